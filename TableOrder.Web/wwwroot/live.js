// Outside the circuit, so that it can tell when the circuit is gone: clocks that tick, the age of the last sign of life, the alarm when it is too old.
(() => {
  const doubtAfter = 7_000;   // Two signs of life have not come: the circuit is asked for one.
  const staleAfter = 10_000;
  const asleepFor = 3_000;    // Between two ticks of a second: the device slept, or its clock was set.
  const toAnswer = 2_000;     // What the server has to answer a page that just woke before that covers the screen.
  const askAgain = 3_000;
  const mayBeSilent = 30_000; // A circuit that never answers is given up: start.js loads the page anew.
  const mayBeSilentAwake = 10_000;
  const root = document.documentElement;

  // Tablets' clocks lie and are set while one looks, and their steady clock may stand still while they sleep. Of both, the larger age is believed: too old costs a question, too young is a lie.
  const moment = () => ({ steady: performance.now(), wall: Date.now() });
  const ageOf = then => Math.max(performance.now() - then.steady, Date.now() - then.wall);

  // All other ages are counted on the server's clock, which the steady one carries on from one sign of life to the next.
  const told = document.querySelector('meta[name="server-time"]');
  let server = { time: told ? Number(told.content) : Date.now(), at: performance.now() };
  const serverNow = () => server.time + performance.now() - server.at;

  let lastAlive = moment();
  let lastTick = moment();
  let lost = false;
  let current = false;        // The circuit said that the page shows what is.
  let doubtedAt = performance.now();
  let patience = mayBeSilent;
  let wokeAt = -Infinity;
  let frozen = false;
  let page;                   // The circuit's end of the page.
  let question = 0;
  let askedAt = -Infinity;

  const clock = seconds => {
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    const rest = String(seconds % 60).padStart(2, '0');
    return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
  };

  // <time data-since="ms" data-warn="s" data-late="s">: text here, colour by data-age on the nearest .ages.
  const tick = () => {
    if (seen() && ageOf(lastTick) > asleepFor) wake();
    lastTick = moment();
    const now = serverNow();
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
    const age = ageOf(lastAlive);
    if (current && age > doubtAfter) doubt();
    if (!current && seen() && performance.now() - askedAt > askAgain) ask();
    sign(age);
  };

  const sign = age => {
    const live = document.querySelector('.live');
    if (!live) return;
    const state = lost ? 'lost' : age > staleAfter ? 'waiting' : current ? 'live' : 'connecting';
    if (live.dataset.state !== state) live.dataset.state = state;
    const words = live.querySelector('[data-words]');
    if (words) words.textContent = `${words.dataset[state]} · ${clock(Math.floor(age / 1000))}`;
    const stale = document.getElementById('stale');
    const isStale = age > staleAfter && seen() && performance.now() - wokeAt > toAnswer;
    if (stale.hidden === isStale) {
      stale.hidden = !isStale;
      document.getElementById('stale-since').textContent = new Date(server.time).toLocaleTimeString(root.lang, { timeZone: live.dataset.zone || undefined });
    }
  };

  // Whether anybody sees the page, and a question: only an answer to the newest counts, so nothing that was under way before passes for one.
  const seen = () => !document.hidden && !frozen;
  const ask = () => {
    if (!page || lost) return;
    askedAt = performance.now();
    // A circuit that has ended hears nothing; start.js brings another.
    page.invokeMethodAsync('SeenAsync', seen(), question).catch(() => {});
  };
  const doubt = () => {
    if (current) [doubtedAt, patience] = [performance.now(), mayBeSilent];
    question++;
    current = false;
    ask();
    document.dispatchEvent(new Event('doubt'));
  };
  // Only once until the next sign of life: a device that wakes over and over must not keep the cover off a dead screen.
  const wake = () => {
    if (wokeAt <= lastAlive.steady) {
      current = false;
      wokeAt = doubtedAt = performance.now();
      patience = mayBeSilentAwake;
    }
    doubt();
  };
  const turn = () => {
    lastTick = moment();
    if (seen()) {
      wokeAt = -Infinity;
      wake();
    } else {
      doubt();
    }
    tick();
  };
  document.addEventListener('visibilitychange', turn);
  document.addEventListener('freeze', () => { frozen = true; turn(); });
  document.addEventListener('resume', () => { frozen = false; turn(); });
  addEventListener('online', () => { wake(); tick(); });
  addEventListener('pageshow', event => { if (event.persisted) turn(); });

  // Signing out leads somewhere by itself: the circuit, which hears of it in the same moment, must not lead elsewhere meanwhile.
  let leaving = false;
  addEventListener('submit', event => { leaving ||= event.target.matches('[action="/logout"]'); });
  addEventListener('pageshow', () => { leaving = false; });

  window.tableOrder = {
    tick,
    follow: circuit => { page = tableOrder.page = circuit; ask(); document.dispatchEvent(new Event('followed')); },
    alive: (time, answered) => {
      if (answered !== question) return;
      lastAlive = moment();
      server = { time: Number(time), at: lastAlive.steady };
      current = true;
      lost = false;
      tick();
    },
    lost: isLost => {
      if (lost === isLost) return;
      lost = isLost;
      doubt();
      [doubtedAt, patience] = [performance.now(), mayBeSilentAwake];
      tick();
    },
    // Whether a page that is seen waits for a sign of life, and whether it has waited too long; nothing waits while the device sleeps.
    waits: () => !current && seen() && document.querySelector('.live') !== null,
    waitsInVain: () => tableOrder.waits() && performance.now() - doubtedAt > patience,
    keep: (key, value) => { try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch { /* private mode: the cart lives in the circuit alone */ } },
    kept: key => { try { return localStorage.getItem(key); } catch { return null; } },
    leave: path => { if (!leaving) location.href = path; },
    address: path => history.replaceState(history.state, '', path),
    show: element => element?.showModal?.(),
    hide: element => element?.close?.(),
  };
  tick();
  setInterval(tick, 1000);
})();
