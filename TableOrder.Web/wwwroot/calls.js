// What waiters and managers hear: a call, and quietly an order that is ready. Each piece of news once, and only once somebody has touched the page, or the browser keeps it silent.
(() => {
  // A call rings three rising notes, twice; what is ready is one low, soft chord: like nothing of the kitchen's.
  const tunes = {
    call: [[988, 0, .16, .32], [1319, .14, .16, .32], [1760, .28, .3, .32], [988, .7, .16, .32], [1319, .84, .16, .32], [1760, .98, .3, .32]],
    ready: [[523, 0, .5, .1], [659, .05, .5, .1]],
  };
  const heard = new Set();
  const played = [];
  let context = null;

  const isUnheard = () => context?.state !== 'running';
  const tell = () => { for (const sign of document.querySelectorAll('[data-unheard]')) sign.toggleAttribute('data-heard', !isUnheard()); };
  const wake = () => {
    try { context ??= new AudioContext(); } catch { /* none here: the page tells, silently */ }
    context?.resume().then(tell, tell);
  };
  addEventListener('pointerdown', wake, { capture: true, passive: true });
  addEventListener('keydown', wake, true);

  const play = sound => {
    for (const [tone, start, length, loud] of tunes[sound]) {
      const [from, note, gain] = [context.currentTime + start, context.createOscillator(), context.createGain()];
      note.type = 'sine';
      note.frequency.value = tone;
      gain.gain.setValueAtTime(0, from);
      gain.gain.linearRampToValueAtTime(loud, from + .015);
      gain.gain.exponentialRampToValueAtTime(.0001, from + length);
      note.connect(gain).connect(context.destination);
      note.start(from);
      note.stop(from + length + .02);
    }
    // Felt in an apron's pocket, too.
    if (sound === 'call') navigator.vibrate?.([120, 80, 120]);
    played.push({ sound, at: Date.now() });
    if (played.length > 50) played.shift();
  };

  const listen = () => {
    const toasts = [...document.querySelectorAll('[data-rings]')];
    const news = toasts.filter(toast => !heard.has(toast.dataset.toast));
    for (const toast of news) heard.add(toast.dataset.toast);
    const ids = new Set(toasts.map(toast => toast.dataset.toast));
    for (const id of heard) if (!ids.has(id)) heard.delete(id);
    // A page that comes back shows what came meanwhile: one sound for all of it, the most urgent.
    const sound = ['call', 'ready'].find(kind => news.some(toast => toast.dataset.rings === kind && !toast.hidden));
    if (sound && !isUnheard()) play(sound);
  };
  new MutationObserver(listen).observe(document.body, { childList: true, subtree: true });

  document.addEventListener('followed', tell);
  setInterval(tell, 1000);
  tableOrder.calls = { played, isUnheard };
  try { context = new AudioContext(); } catch { /* none here */ }
  tell();
})();
