// Starts the circuit and brings it back: reconnect if the server still knows it, else load the page anew as soon as the server answers.
(() => {
  const pause = ms => new Promise(done => setTimeout(done, ms));
  const answers = async () => {
    try { return (await fetch('/health/live', { cache: 'no-store' })).ok; } catch { return false; }
  };
  let trying = false;
  const comeBack = async () => {
    if (trying) return;
    trying = true;
    tableOrder.lost(true);
    for (;;) {
      // Asked first: reloading while nobody answers would leave the browser's own error page, which never comes back.
      if (await answers()) {
        try {
          if (await Blazor.reconnect()) break;
          location.reload();
          return;
        } catch { /* gone again between the two questions */ }
      }
      await pause(1000);
    }
    tableOrder.lost(false);
    trying = false;
  };
  // Whatever else broke: a live page that has been silent for half a minute while the server answers is loaded anew.
  setInterval(async () => { if (tableOrder.silentFor() > 30_000 && await answers()) location.reload(); }, 5_000);
  Blazor.start({
    circuit: { reconnectionHandler: { onConnectionDown: comeBack, onConnectionUp: () => { trying = false; tableOrder.lost(false); } } },
    ssr: { disableDomPreservation: true },
  });
})();
