// The guest's pages in the browser: which category is in view, taps beside a sheet, and progress while an answer is on its way.
(() => {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const tabs = () => [...document.querySelectorAll('[data-tab]')];
  let watching;

  const centre = (tab, behavior = calm.matches ? 'auto' : 'smooth') => {
    const [at, row] = [tab, tab.parentElement].map(element => element.getBoundingClientRect());
    tab.parentElement.scrollBy({ left: at.left + at.width / 2 - row.left - row.width / 2, top: at.top + at.height / 2 - row.top - row.height / 2, behavior });
  };

  // A search hides the row: what was marked meanwhile comes into view with it.
  let tabRow;
  const rowSize = new ResizeObserver(([seen]) => {
    const here = seen.target.querySelector('[aria-current]');
    if (here) centre(here, 'instant');
  });

  const mark = id => {
    for (const tab of tabs()) {
      const here = tab.dataset.tab === id;
      if (here === tab.hasAttribute('aria-current')) continue;
      here ? tab.setAttribute('aria-current', 'true') : tab.removeAttribute('aria-current');
      // The row moves, never the page.
      if (here) centre(tab);
    }
  };

  // What sticks below the page's top, and where a category stops, follow its real height: large letters and the staff's bar make it grow.
  let top;
  const topHeight = new ResizeObserver(([seen]) => {
    if (!seen.target.isConnected) return;
    document.documentElement.style.setProperty('--head', `${seen.borderBoxSize[0].blockSize}px`);
    watch();
  });

  // Called again when the categories are others, and when the circuit put its own copy of the page in place.
  tableOrder.spy = () => {
    const now = document.querySelector('[data-top]');
    if (now && now !== top) {
      topHeight.disconnect();
      topHeight.observe(top = now);
    }
    const row = tabs()[0]?.parentElement;
    if (row && row !== tabRow) {
      rowSize.disconnect();
      rowSize.observe(tabRow = row);
    }
    watch();
  };
  const watch = () => {
    watching?.disconnect();
    const sections = [...document.querySelectorAll('[data-category]')];
    if (sections.length === 0) return;
    const seen = new Set();
    const head = Math.ceil(parseFloat(getComputedStyle(sections[0]).scrollMarginTop)) || 0;
    watching = new IntersectionObserver(entries => {
      for (const entry of entries) entry.isIntersecting ? seen.add(entry.target) : seen.delete(entry.target);
      const first = sections.find(section => seen.has(section));
      if (first) mark(first.id);
    }, { rootMargin: `-${head + 8}px 0px -45% 0px` });
    sections.forEach(section => watching.observe(section));
  };

  // A category that is wanted while a search covers it comes into view when the search is gone.
  let wanted;
  const arrive = () => {
    const section = wanted && document.getElementById(wanted);
    if (!section?.offsetParent) return;
    wanted = null;
    section.scrollIntoView({ behavior: calm.matches ? 'auto' : 'smooth' });
  };
  const empty = field => {
    if (!field?.value) return false;
    field.value = '';
    return field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  document.addEventListener('input', event => {
    if (event.target.matches('[data-search]')) scrollTo({ top: 0, behavior: 'instant' });
  });
  document.addEventListener('keydown', event => {
    if (!event.target.matches?.('[data-search]') || event.isComposing) return;
    if (event.key === 'Escape' && !empty(event.target)) event.target.blur();
    if (event.key === 'Enter') event.target.blur();
  });
  // A part never ends within a character of two halves, such as an emoji: half a character cannot be sent.
  tableOrder.keptPart = (key, from, length) => {
    const text = tableOrder.kept(key) ?? '';
    const end = from + length;
    return text.slice(from, /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end);
  };

  document.addEventListener('click', event => {
    const tab = event.target.closest?.('[data-tab]');
    if (tab) {
      // Not as a link: ten categories looked at are not ten steps back.
      event.preventDefault();
      wanted = tab.dataset.tab;
      empty(document.querySelector('[data-search]'));
      arrive();
    } else if (event.target.matches?.('dialog[data-light-dismiss]')) {
      event.target.close();
    }
    if (event.target.closest?.('[data-print]')) { print(); return; }
    if (event.target.closest?.('button')) { tapped = performance.now(); expect(); }
  });

  // What was just chosen comes into view in a long cart beside the menu.
  let tapped = -Infinity;
  const reveal = changes => {
    if (performance.now() - tapped > 3000) return;
    const list = changes.find(change => change.addedNodes.length > 0 && change.target.matches?.('aside ul'))?.target;
    if (list) list.scrollTop = list.scrollHeight;
  };

  // A tap that the server has not answered after 0.3 s shows that it is being worked on.
  let waiting;
  const answered = () => { clearTimeout(waiting); document.documentElement.removeAttribute('data-thinking'); };
  const expect = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      document.documentElement.setAttribute('data-thinking', '');
      waiting = setTimeout(answered, 10_000);
    }, 300);
  };
  new MutationObserver(changes => {
    reveal(changes);
    if (wanted) arrive();
    if (changes.some(change => !(change.target.closest ? change.target : change.target.parentElement)?.closest('.live, time, #stale'))) answered();
  }).observe(document.body, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'checked', 'open', 'class', 'hidden'] });

  // "View the cart" from another page: opened once the circuit answers taps. Wide screens show it anyway.
  document.addEventListener('followed', () => {
    if (location.hash !== '#cart') return;
    tableOrder.address('/menu');
    const bar = document.querySelector('.bar button');
    if (bar?.offsetParent) bar.click();
  });

  // The staff's way in: the table's name held for a while, or pressed with a key.
  const holdFor = 1_200;
  let holding;
  const askStaff = () => tableOrder.page?.invokeMethodAsync('AskStaff').catch(() => {});
  document.addEventListener('pointerdown', event => { if (event.target.closest?.('[data-hold]')) holding = setTimeout(askStaff, holdFor); });
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => clearTimeout(holding));
  document.addEventListener('contextmenu', event => { if (event.target.closest?.('[data-hold]')) event.preventDefault(); });
  document.addEventListener('click', event => { if (event.detail === 0 && event.target.closest?.('[data-hold]')) askStaff(); });

  // A tablet that nobody touches any more shows the menu from its beginning to whoever comes next; the cart is the server's and stays.
  let touchedAt = null;
  for (const touch of ['pointerdown', 'keydown', 'wheel', 'touchmove']) addEventListener(touch, () => { touchedAt = performance.now(); }, { passive: true });
  setInterval(() => {
    const idle = Number(document.documentElement.dataset.idle) * 1000;
    if (!idle || touchedAt === null || performance.now() - touchedAt < idle || tableOrder.waits() || document.querySelector('[aria-busy="true"]')) return;
    touchedAt = null;
    location.replace('/menu');
  }, 1000);

  // The menu of letters and light closes like every other: by Escape, which gives the focus back, and by a tap beside it.
  document.addEventListener('keydown', event => {
    const menu = event.key === 'Escape' && event.target.closest?.('.reading[open]');
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  document.addEventListener('pointerdown', event => {
    for (const menu of document.querySelectorAll('.reading[open]')) if (!menu.contains(event.target)) menu.open = false;
  });

  addEventListener('resize', () => tableOrder.spy());
  tableOrder.spy();
})();
