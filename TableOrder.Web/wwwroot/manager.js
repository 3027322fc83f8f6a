// Calls for tickets that no kitchen screen holds: once for each, and only once somebody has touched the page, or the browser keeps it silent.
// A page that rests or waits for its circuit may show what was received meanwhile: it calls for nothing.
(() => {
  const standing = '.unheld li:has([data-until][hidden])';
  const called = new Set();
  let audio = null;

  const allow = () => {
    try { audio ??= new AudioContext(); } catch { /* none here: the page tells, silently */ }
    if (audio?.state === 'suspended') audio.resume();
  };
  addEventListener('pointerdown', allow, { passive: true });
  addEventListener('keydown', allow);

  // High, low, high, low: like no sound of the kitchen's.
  const call = () => {
    [880, 620, 880, 620].forEach((tone, i) => {
      const [from, note, loud] = [audio.currentTime + i * 0.18, audio.createOscillator(), audio.createGain()];
      note.type = 'triangle';
      note.frequency.value = tone;
      loud.gain.setValueAtTime(0.25, from);
      loud.gain.exponentialRampToValueAtTime(0.001, from + 0.17);
      note.connect(loud).connect(audio.destination);
      note.start(from);
      note.stop(from + 0.17);
    });
  };

  setInterval(() => {
    const alarms = [...document.querySelectorAll(standing)].map(ticket => ticket.dataset.unheld);
    const news = alarms.filter(ticket => !called.has(ticket));
    for (const ticket of called) if (!alarms.includes(ticket)) called.delete(ticket);
    if (news.length === 0 || document.hidden || tableOrder.waits() || audio?.state !== 'running') return;
    for (const ticket of news) called.add(ticket);
    call();
  }, 1000);
})();
