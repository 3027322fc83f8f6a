// The sheets go to the printer.
addEventListener('click', event => { if (event.target.closest?.('[data-print]')) print(); });
