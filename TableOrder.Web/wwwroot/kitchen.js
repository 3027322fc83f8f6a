// The kitchen's hands: number keys press what carries them, a tap shows at once that it was taken, and what is out of sight is told.
(() => {
  const keyRest = 500;    // A key's ticket that just changed is not what the cook looked at.
  const twice = 300;      // A second tap in the same place within this is a trembling finger, not another wish.
  const samePlace = 40;
  const changedAt = new Map();
  let places = new Map();
  let lastTap = { at: -Infinity, x: 0, y: 0 };

  const look = () => {
    const now = new Map();
    for (const button of document.querySelectorAll('.ticket [data-key]')) {
      now.set(button.dataset.key, button.closest('.ticket').dataset.order);
    }
    for (const key of new Set([...now.keys(), ...places.keys()])) {
      if (now.get(key) !== places.get(key)) changedAt.set(key, performance.now());
    }
    places = now;
  };

  document.addEventListener('keydown', event => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || !/^[0-9]$/.test(event.key)) return;
    if (event.target.closest?.('input, textarea, select')) return;
    if (performance.now() - (changedAt.get(event.key) ?? -Infinity) < keyRest) return;
    document.querySelector(`[data-key="${event.key}"]`)?.click();
  });

  // Before Blazor hears of it.
  window.addEventListener('click', event => {
    const target = event.target.closest?.('[data-tap]');
    if (!target) return;
    if (event.isTrusted && event.detail > 0) {
      const near = Math.hypot(event.clientX - lastTap.x, event.clientY - lastTap.y) < samePlace;
      if (near && event.timeStamp - lastTap.at < twice) {
        event.stopImmediatePropagation();
        return;
      }
      lastTap = { at: event.timeStamp, x: event.clientX, y: event.clientY };
    }
    target.dataset.tapped = '';
  }, true);

  // The tap is over when the server says so: it turns the ticket's data-turn.
  const settle = element => {
    delete element.dataset.tapped;
    for (const tapped of element.querySelectorAll('[data-tapped]')) delete tapped.dataset.tapped;
  };

  const frame = () => {
    const main = document.querySelector('main')?.getBoundingClientRect();
    return main && { top: Math.max(0, main.top), bottom: Math.min(innerHeight, main.bottom) };
  };
  const head = 70;
  const beyond = way => {
    const seen = frame();
    return [...document.querySelectorAll('.ticket')].filter(ticket => {
      const box = ticket.getBoundingClientRect();
      return way === 'below' ? box.top + head > seen.bottom : box.bottom - head < seen.top;
    });
  };
  const count = () => {
    for (const mark of document.querySelectorAll('[data-beyond]')) {
      const hidden = beyond(mark.dataset.beyond).length;
      mark.hidden = hidden === 0;
      const words = mark.dataset.words.replace('{0}', hidden);
      if (mark.textContent !== words) mark.textContent = words;
    }
  };
  document.addEventListener('click', event => {
    const way = event.target.closest?.('[data-beyond]')?.dataset.beyond;
    if (!way) return;
    const hidden = beyond(way);
    const smooth = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    (way === 'below' ? hidden[0] : hidden.at(-1))?.scrollIntoView({ block: way === 'below' ? 'start' : 'end', behavior: smooth });
  });

  let asked = false;
  const soon = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; count(); });
  };
  addEventListener('scroll', soon, { capture: true, passive: true });
  addEventListener('resize', soon);

  // Texts that tick are passed over: only elements that come or go, keys that move and taps that end.
  new MutationObserver(records => {
    let moved = false;
    for (const { type, attributeName, target, addedNodes, removedNodes } of records) {
      if (attributeName === 'data-turn') settle(target);
      moved ||= type === 'attributes' || [...addedNodes, ...removedNodes].some(node => node.nodeType === Node.ELEMENT_NODE);
    }
    if (!moved) return;
    look();
    soon();
    tableOrder.tick();
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-key', 'data-turn'] });
  look();
  changedAt.clear();
  count();
})();
