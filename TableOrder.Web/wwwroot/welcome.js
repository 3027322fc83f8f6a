// A tablet that waits for the staff looks every few seconds whether its table has been opened, and goes on by itself. No circuit: it may stand so all night, and through a restart.
(() => {
  const again = 3_000;
  const toAnswer = 5_000;
  const waits = document.querySelector('[data-waits-for]');
  const look = async () => {
    try {
      const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(toAnswer) });
      if (answer.ok && !(await answer.text()).includes('data-waits-for')) {
        location.replace(waits.dataset.waitsFor);
        return;
      }
    } catch { /* nobody answers: the next look may find somebody */ }
    setTimeout(look, again);
  };
  setTimeout(look, again);
})();
