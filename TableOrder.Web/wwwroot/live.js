// Outside the circuit, so that it can tell when the circuit is gone: clocks that tick, the age of the last sign of life, the alarm when it is too old.
(() => {
  const staleAfter = 10_000;
  const root = document.documentElement;
  const told = document.querySelector('meta[name="server-time"]');
  // Tablets' clocks lie: all ages are counted on the server's clock.
  let offset = told ? Number(told.content) - Date.now() : 0;
  let lastAlive = Date.now();
  let lost = false;
  let connected = false;

  const clock = seconds => {
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    const rest = String(seconds % 60).padStart(2, '0');
    return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
  };

  // <time data-since="ms" data-warn="s" data-late="s">: text here, colour by data-age on the nearest .ages.
  const tick = () => {
    const now = Date.now() + offset;
    for (const element of document.querySelectorAll('[data-since]')) {
      const seconds = Math.max(0, Math.floor((now - Number(element.dataset.since)) / 1000));
      const text = clock(seconds);
      if (element.textContent !== text) element.textContent = text;
      const aged = element.dataset.warn && element.closest('.ages');
      if (aged) {
        const age = seconds >= Number(element.dataset.late) ? 'late' : seconds >= Number(element.dataset.warn) ? 'warn' : 'fresh';
        if (aged.dataset.age !== age) aged.dataset.age = age;
      }
    }
    for (const aged of document.querySelectorAll('.ages[data-age]')) {
      if (!aged.querySelector('[data-warn]')) delete aged.dataset.age;
    }
    // <time data-average="selector">: the average age of the timers it selects.
    for (const element of document.querySelectorAll('[data-average]')) {
      const ages = [...document.querySelectorAll(element.dataset.average)].map(timer => Math.max(0, now - Number(timer.dataset.since)) / 1000);
      const text = ages.length ? clock(Math.floor(ages.reduce((sum, age) => sum + age, 0) / ages.length)) : '–';
      if (element.textContent !== text) element.textContent = text;
    }
    // <time data-clock="Asia/Seoul">: what the clock on that wall shows.
    for (const element of document.querySelectorAll('[data-clock]')) {
      const text = new Date(now).toLocaleTimeString(root.lang, { timeZone: element.dataset.clock, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
      if (element.textContent !== text) element.textContent = text;
    }
    for (const element of document.querySelectorAll('[data-until]')) {
      element.hidden = Number(element.dataset.until) <= now;
    }
    sign(Date.now() - lastAlive);
  };

  const sign = age => {
    const live = document.querySelector('.live');
    if (!live) return;
    const state = lost ? 'lost' : age > staleAfter ? 'waiting' : connected ? 'live' : 'connecting';
    if (live.dataset.state !== state) live.dataset.state = state;
    const words = live.querySelector('[data-words]');
    if (words) words.textContent = `${words.dataset[state]} · ${clock(Math.floor(age / 1000))}`;
    const stale = document.getElementById('stale');
    const isStale = age > staleAfter;
    if (stale.hidden === isStale) {
      stale.hidden = !isStale;
      document.getElementById('stale-since').textContent = new Date(lastAlive).toLocaleTimeString(root.lang);
    }
  };

  window.tableOrder = {
    tick,
    alive: serverTime => { lastAlive = Date.now(); connected = true; lost = false; offset = serverTime - lastAlive; tick(); },
    silentFor: () => document.querySelector('.live') ? Date.now() - lastAlive : 0,
    lost: isLost => { lost = isLost; tick(); },
    keep: (key, value) => { try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch { /* private mode: the cart lives in the circuit alone */ } },
    kept: key => { try { return localStorage.getItem(key); } catch { return null; } },
    address: path => history.replaceState(history.state, '', path),
    show: element => element?.showModal?.(),
    hide: element => element?.close?.(),
  };
  tick();
  setInterval(tick, 1000);
})();
