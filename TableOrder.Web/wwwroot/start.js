// Starts the circuit and brings it back: reconnect if the server still knows it, else load the page anew as soon as the server answers.
(() => {
  const look = 2_000;
  const toAnswer = 3_000;
  const toLoad = 10_000;
  const comesBack = 5_000;
  const pause = ms => new Promise(done => setTimeout(done, ms));
  const ask = async (address, method, ms) => {
    // A network that swallows everything never says so: each question has its end.
    try { return await fetch(address, { method, cache: 'no-store', signal: AbortSignal.timeout(ms) }); } catch { return null; }
  };
  const answers = async () => (await ask('/health/live', 'GET', toAnswer))?.ok === true;
  const canBeShown = async () => (await ask(location.href, 'HEAD', toLoad))?.status < 500;
  // Asked first: reloading while nobody answers would leave the browser's own error page, which never comes back.
  const reload = async () => {
    if (!(await canBeShown())) return;
    location.reload();
    await pause(toLoad);
  };

  let trying = false;
  const comeBack = async () => {
    if (trying) return;
    trying = true;
    tableOrder.lost(true);
    while (trying) {
      if (await answers()) {
        try {
          if (await Promise.race([Blazor.reconnect(), pause(toLoad)])) break;
          await reload();
        } catch { /* gone again between the two questions */ }
      }
      await pause(1000);
    }
    trying = false;
    tableOrder.lost(false);
  };

  // Whatever else broke: a page that waits for a sign of life asks the server itself. Nobody answers: that is told at once.
  // The server answers and the circuit never does: the page is loaded anew.
  let watching = false;
  const watch = async () => {
    if (watching || trying || !tableOrder.waits()) return;
    watching = true;
    const isAnswered = await answers();
    if (!trying && tableOrder.waits()) {
      tableOrder.lost(!isAnswered);
      if (isAnswered && tableOrder.waitsInVain()) await reload();
    }
    watching = false;
  };
  document.addEventListener('doubt', watch);
  setInterval(watch, look);

  // What is shown in place of a page that broke gives way to it: a kitchen's screen has nobody who presses reload.
  if (document.querySelector('[data-comes-back]')) {
    setInterval(async () => { if (await canBeShown()) location.replace(location.href); }, comesBack);
  }

  // Guests are on bad Wi-Fi, and their first view is most of what they get: packed. Kitchens are not, see CircuitWire.
  const address = document.documentElement.dataset.area === 'guest' ? '_blazor?packed' : '_blazor';
  Blazor.start({
    circuit: {
      configureSignalR: circuit => circuit.withUrl(address),
      reconnectionHandler: { onConnectionDown: comeBack, onConnectionUp: () => { trying = false; tableOrder.lost(false); } },
    },
    ssr: { disableDomPreservation: true },
  });
})();
