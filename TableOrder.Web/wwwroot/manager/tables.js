// Arranging tables: follows the pointer, mouse or finger, and tells where a table was dropped; tells which key was pressed on one. What follows from it the server decides.
(() => {
  const slack = 6;  // So far a finger trembles.
  let held = null;
  let saying = Promise.resolve();

  // One after the other: a key that is held down asks for each step from where the last one ended.
  const say = (name, ...said) => (saying = saying.then(() => window.tableOrder?.page?.invokeMethodAsync(name, ...said)).catch(() => {}));

  const cellAt = (grid, x, y) => {
    const box = grid.getBoundingClientRect();
    if (x < box.left || x >= box.right || y < box.top || y >= box.bottom) return null;
    const [columns, rows] = [Number(grid.dataset.columns), Number(grid.dataset.rows)];
    return { x: Math.floor((x - box.left) / box.width * columns), y: Math.floor((y - box.top) / box.height * rows) };
  };

  const show = cell => {
    const { target } = held;
    target.hidden = !cell;
    if (cell) [target.style.gridColumn, target.style.gridRow] = [cell.x + 1, cell.y + 1];
  };

  const follow = event => {
    const [right, down] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.moves && Math.hypot(right, down) < slack) return;
    held.moves = true;
    held.piece.dataset.held = '';
    held.piece.style.translate = `${right}px ${down}px`;
    show(cellAt(held.grid, event.clientX, event.clientY));
  };

  const letGo = async (event, drops) => {
    const { piece, grid, tray, moves } = held;
    show(null);
    held = null;
    if (moves && drops) {
      const cell = cellAt(grid, event.clientX, event.clientY);
      const box = tray?.getBoundingClientRect();
      const isOff = box && piece.dataset.cell && event.clientY >= box.top && event.clientY < box.bottom && event.clientX >= box.left && event.clientX < box.right;
      if (cell) await say('DropAsync', piece.dataset.piece, cell.x, cell.y);
      else if (isOff) await say('TakeOffAsync', piece.dataset.piece);
    }
    // By now it stands where the server put it, or where it stood.
    piece.style.translate = '';
    delete piece.dataset.held;
  };

  addEventListener('pointerdown', event => {
    const piece = event.target.closest?.('[data-piece]');
    if (!piece || held || event.button !== 0) return;
    const board = piece.closest('.board');
    held = { piece, pointer: event.pointerId, x: event.clientX, y: event.clientY, grid: board.querySelector('[data-board]'), target: board.querySelector('[data-target]'), tray: board.querySelector('[data-tray]') };
    piece.setPointerCapture?.(event.pointerId);
  });
  addEventListener('pointermove', event => { if (held?.pointer === event.pointerId) follow(event); });
  addEventListener('pointerup', event => { if (held?.pointer === event.pointerId) letGo(event, true); });
  addEventListener('pointercancel', event => { if (held?.pointer === event.pointerId) letGo(event, false); });

  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  addEventListener('keydown', async event => {
    if (event.key === 'Escape' && held) { letGo(event, false); return; }
    const piece = event.target.closest?.('[data-piece]');
    if (!piece || held || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = steps[event.key] ?? (event.key === 'Enter' && !piece.dataset.cell ? [0, 0] : null);
    if (!step && event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    const id = piece.dataset.piece;
    await (step ? say('StepAsync', id, ...step) : say('TakeOffAsync', id));
    // It may be another element now: beside the plan, or on it. Whoever has gone on meanwhile stays there.
    if (document.activeElement === document.body || document.activeElement === piece) document.querySelector(`[data-piece="${id}"]`)?.focus();
  });
})();
