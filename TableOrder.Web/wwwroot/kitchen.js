// The kitchen's hands: keys press what carries them, a tap shows at once that it was taken; and what the circuit asks of this screen: its room, and what it holds.
(() => {
  const keyRest = 500;    // A key's ticket that just changed is not what the cook looked at.
  const tapRest = 250;    // Nor is a ticket that just came under the finger: nobody reads and taps faster.
  const twice = 300;      // A second tap in the same place within this is a trembling finger, not another wish.
  const samePlace = 40;
  const backToOldest = 30_000;
  const changedAt = new Map();
  let places = new Map();
  let standing = [];
  let cameAt = new WeakMap();
  let lastTap = { at: -Infinity, x: 0, y: 0 };
  let lastTouch = performance.now();

  const look = () => {
    const now = new Map();
    for (const button of document.querySelectorAll('.ticket [data-key]')) {
      now.set(button.dataset.key, button.closest('.ticket').dataset.order);
    }
    for (const key of new Set([...now.keys(), ...places.keys()])) {
      if (now.get(key) !== places.get(key)) changedAt.set(key, performance.now());
    }
    places = now;
    const tickets = [...document.querySelectorAll('.ticket')];
    tickets.forEach((ticket, place) => { if (standing[place] !== ticket) cameAt.set(ticket, performance.now()); });
    standing = tickets;
  };

  // Arrows walk from button to button: up and down on a ticket, left and right from ticket to ticket.
  const walk = key => {
    const here = document.activeElement?.closest?.('.ticket');
    const tickets = [...document.querySelectorAll('.ticket')];
    if (!here) { tickets[0]?.querySelector('button')?.focus(); return; }
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      tickets[tickets.indexOf(here) + (key === 'ArrowRight' ? 1 : -1)]?.querySelector('button')?.focus();
      return;
    }
    const buttons = [...here.querySelectorAll('button:not([disabled])')];
    buttons[buttons.indexOf(document.activeElement) + (key === 'ArrowDown' ? 1 : -1)]?.focus();
  };

  document.addEventListener('keydown', event => {
    lastTouch = performance.now();
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest?.('input:not([type=checkbox]), textarea, select')) return;
    if (event.key.startsWith('Arrow')) { event.preventDefault(); walk(event.key); return; }
    const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1] ?? (/^[0-9]$/.test(event.key) ? event.key : undefined);
    if (digit && performance.now() - (changedAt.get(digit) ?? -Infinity) < keyRest) return;
    const target = document.querySelector(`[data-key="${CSS.escape(digit ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key))}"]`);
    // What is over, such as an offer to undo, is still there and hidden.
    if (!target || target.closest('[hidden]')) return;
    if (event.key.length > 1) event.preventDefault();
    const start = digit > '0' && event.shiftKey && target.closest('.ticket');
    (start ? document.querySelector(`.ticket[data-order="${start.dataset.order}"] [data-tap=start]`) : target)?.click();
  });

  // Before Blazor hears of it.
  window.addEventListener('click', event => {
    lastTouch = performance.now();
    const target = event.target.closest?.('[data-tap]');
    if (!target) return;
    if (event.isTrusted && event.detail > 0) {
      if (event.timeStamp - (cameAt.get(target.closest('.ticket')) ?? -Infinity) < tapRest) {
        event.stopImmediatePropagation();
        return;
      }
      const near = Math.hypot(event.clientX - lastTap.x, event.clientY - lastTap.y) < samePlace;
      if (near && event.timeStamp - lastTap.at < twice) {
        event.stopImmediatePropagation();
        return;
      }
      lastTap = { at: event.timeStamp, x: event.clientX, y: event.clientY };
    }
    target.dataset.tapped = '';
  }, true);

  // Whoever leafed through later pages and went away left the oldest out of sight: they come back by themselves.
  setInterval(() => {
    if (performance.now() - lastTouch > backToOldest) document.querySelector('[data-first-page]:not([disabled])')?.click();
  }, 1000);

  // A screen that nobody touches for a month stays signed in: the sign-in is renewed by requests, and an open page makes none.
  setInterval(() => { fetch(location.pathname, { cache: 'no-store' }).catch(() => { }); }, 12 * 3_600_000);

  // The tap is over when the server says so: it turns the ticket's data-turn.
  const settle = element => {
    delete element.dataset.tapped;
    for (const tapped of element.querySelectorAll('[data-tapped]')) delete tapped.dataset.tapped;
  };

  const isPhone = () => matchMedia('(max-width: 699px)').matches;
  const room = () => {
    const main = document.querySelector('.kitchen > main');
    if (!main) return null;
    const style = getComputedStyle(main);
    const width = main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    // A phone shows one column and scrolls: there is always room for some tickets.
    const height = isPhone() ? 3000 : main.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    return [Math.floor(width), Math.floor(height)];
  };

  // live.js has the circuit's end of the page. What the circuit asked before its first picture it knows.
  let known = '';
  const tellRoom = () => {
    const now = room();
    if (!tableOrder.page || !now || known === now.join(' ')) return;
    known = now.join(' ');
    tableOrder.page.invokeMethodAsync('Resized', ...now).catch(() => { known = ''; });
  };
  // The panel beside the tickets opens and closes without a change of the window.
  let watched;
  const sizes = new ResizeObserver(tellRoom);
  const watch = () => {
    const main = document.querySelector('.kitchen > main');
    if (main === watched) return;
    sizes.disconnect();
    if (main) sizes.observe(main);
    watched = main;
  };
  document.addEventListener('followed', () => { tellRoom(); requestAnimationFrame(fits); });

  // A page that does not fit flows into a column more than it has: fonts here are wider than was reckoned.
  let overflown = '';
  const fits = () => {
    const tickets = document.querySelector('.tickets');
    if (!tableOrder.page || !tickets || isPhone()) return;
    const cards = tickets.querySelectorAll('.ticket');
    const edge = tickets.getBoundingClientRect();
    const last = cards[cards.length - 1]?.getBoundingClientRect();
    const stamp = `${tickets.dataset.page} ${cards.length} ${last?.left}`;
    if (last && last.right > edge.right + 1 && overflown !== stamp) {
      overflown = stamp;
      tableOrder.page.invokeMethodAsync('Overflows').catch(() => { });
    }
  };

  tableOrder.kitchen = {
    room: () => known = room()?.join(' ') ?? '',
    // What is on the page or can be leafed to is held, if anybody could see it.
    tell: (sounds, asked) => {
      for (const sound of sounds.split(' ').filter(Boolean)) tableOrder.sounds.play(sound);
      if (document.visibilityState !== 'visible') return '';
      const leads = document.querySelector('[data-elsewhere]') !== null;
      return asked.split(' ').filter(id => id && (leads || document.querySelector(`.ticket[data-order="${id}"]`))).join(' ');
    },
  };

  // Texts that tick are passed over: only elements that come or go, keys that move and taps that end.
  new MutationObserver(records => {
    let moved = false;
    for (const { type, attributeName, target, addedNodes, removedNodes } of records) {
      if (attributeName === 'data-turn') settle(target);
      moved ||= type === 'attributes' || [...addedNodes, ...removedNodes].some(node => node.nodeType === Node.ELEMENT_NODE);
    }
    if (!moved) return;
    look();
    watch();
    tableOrder.tick();
    requestAnimationFrame(fits);
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-key', 'data-turn', 'style'] });
  look();
  watch();
  changedAt.clear();
  cameAt = new WeakMap();
})();
