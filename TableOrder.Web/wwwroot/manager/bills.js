// A sheet goes when the ground beside it is pressed, and a report is printed by the browser's own dialog.
document.addEventListener('click', event => {
  if (event.target.matches?.('dialog[data-light-dismiss]')) event.target.close();
  if (event.target.closest?.('[data-print]')) print();
});
