// What the kitchen hears, made here from a few tones: no file to load, none to fail. And a screen that stays awake.
(() => {
  const again = 25_000;
  const clickComes = 300;
  // Frequency, start and length in seconds; each kind is told apart with closed eyes: a rising bell, two knocks, a falling pair, a chord.
  const tunes = {
    new: [['sine', 880, 0, .35], ['sine', 1175, .16, .35], ['sine', 1568, .32, .6]],
    added: [['triangle', 740, 0, .14], ['triangle', 740, .2, .14]],
    cancelled: [['sawtooth', 466, 0, .22], ['sawtooth', 311, .24, .4]],
    ready: [['sine', 1047, 0, .8], ['sine', 1319, .02, .8], ['sine', 1568, .04, .8]],
  };
  let context;
  const kitchen = () => document.querySelector('.kitchen');
  const volume = () => Number(kitchen()?.dataset.volume ?? 0) / 100;
  const isSilent = sound => (kitchen()?.dataset.silent ?? '').split(' ').includes(sound);

  const isUnheard = () => volume() > 0 && (!context || context.state !== 'running');
  // While a finger is down nothing may move under it: a banner that goes would make the tap another ticket's, or nobody's.
  let isDown = false;
  const ask = () => {
    const banner = document.querySelector('[data-unheard]');
    if (banner && !isDown && banner.hidden === isUnheard()) banner.hidden = !isUnheard();
  };

  const play = (sound, evenMuted = false) => {
    if (!tunes[sound] || !context || context.state !== 'running') { ask(); return false; }
    const loud = evenMuted ? Math.max(volume(), .3) : isSilent(sound) ? 0 : volume();
    if (loud <= 0) return false;
    for (const [type, frequency, start, length] of tunes[sound]) {
      const tone = context.createOscillator();
      const gain = context.createGain();
      const at = context.currentTime + start;
      tone.type = type;
      tone.frequency.value = frequency;
      // Loudness is heard as a power: half the slider is half as loud.
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(loud * loud * .6, at + .015);
      gain.gain.exponentialRampToValueAtTime(.0001, at + length);
      tone.connect(gain).connect(context.destination);
      tone.start(at);
      tone.stop(at + length + .02);
    }
    played.push({ sound, at: Date.now() });
    if (played.length > 50) played.shift();
    return true;
  };
  const played = [];

  // A browser lets a page sound after the first touch, and only then.
  const wake = () => {
    try { context ??= new AudioContext(); } catch { /* none here: the banner stays */ }
    context?.resume().then(ask, ask);
    ask();
  };
  let lifting;
  addEventListener('pointerdown', () => { isDown = true; clearTimeout(lifting); wake(); }, true);
  // On glass the click comes after the finger has left.
  const lift = () => { lifting = setTimeout(() => { isDown = false; ask(); }, clickComes); };
  addEventListener('pointerup', lift, true);
  addEventListener('pointercancel', lift, true);
  addEventListener('keydown', wake, true);
  document.addEventListener('click', event => {
    const sound = event.target.closest?.('[data-try]')?.dataset.try;
    if (sound) play(sound, true);
    if (event.target.closest?.('[data-key="m"]')) ask();
  });

  // That a screen holds a ticket is not enough: the bell goes on until a human touches it.
  let next = 0;
  setInterval(() => {
    ask();
    const untouched = document.visibilityState === 'visible' && document.querySelector('[data-untouched]');
    if (!untouched) { next = 0; return; }
    const now = performance.now();
    if (next === 0) next = now + again;
    if (now >= next) { next = now + again; play('new'); }
  }, 1000);

  // Needs https or localhost; over plain http the screen says that it may fall asleep.
  let lock;
  const stayAwake = async () => {
    let awake = false;
    try {
      if (document.visibilityState === 'visible' && (!lock || lock.released)) lock = await navigator.wakeLock.request('screen');
      awake = !!lock && !lock.released;
    } catch { /* refused: a low battery, or no secure context */ }
    for (const sign of document.querySelectorAll('[data-may-sleep]')) sign.hidden = awake || document.visibilityState !== 'visible';
  };
  document.addEventListener('visibilitychange', stayAwake);
  // The circuit's first picture has put the signs back to what they were.
  document.addEventListener('followed', () => { stayAwake(); ask(); });
  setInterval(stayAwake, 10_000);

  tableOrder.sounds = { play, played, isUnheard, stayAwake };
  try { context = new AudioContext(); } catch { /* none here: the banner stays */ }
  stayAwake();
  ask();
})();
