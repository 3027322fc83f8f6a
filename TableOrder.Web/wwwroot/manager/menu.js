// The manager's menu in the browser: rows that are dragged, and photos that are made small before they are sent.
(() => {
  const largest = 60 * 1024 * 1024;
  const tallest = 1.5;        // A photo is at most so many times as high as it is wide; more is cut off above and below.
  const patience = 30_000;
  const held = new Map();

  // Which kind of picture a file is decides its content: an SVG or a page that is called .jpg must not get as far as a decoder.
  const isPicture = bytes => {
    const starts = (...values) => values.every((value, i) => bytes[i] === value);
    const text = (from, word) => [...word].every((letter, i) => bytes[from + i] === letter.charCodeAt(0));
    return starts(0xff, 0xd8, 0xff) || starts(0x89, 0x50, 0x4e, 0x47) || (text(0, 'RIFF') && text(8, 'WEBP')) || text(0, 'GIF8') || text(0, 'BM') || text(4, 'ftyp');
  };
  const inTime = promise => Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error('too slow')), patience))]);
  const toBlob = (canvas, type, quality) => new Promise(done => canvas.toBlob(done, type, quality));

  // As good as fits: WebP, or JPEG where the browser does not write it.
  const encode = async (canvas, most) => {
    for (const quality of [.82, .7, .55, .4, .25]) {
      let blob = await toBlob(canvas, 'image/webp', quality);
      if (blob?.type !== 'image/webp') blob = await toBlob(canvas, 'image/jpeg', quality);
      if (blob && blob.size <= most) return blob;
    }
    throw new Error('does not fit');
  };

  const shrink = (picture, width) => {
    const shown = Math.min(picture.height, Math.round(picture.width * tallest));
    const canvas = Object.assign(document.createElement('canvas'), { width, height: Math.max(1, Math.round(shown * width / picture.width)) });
    const brush = canvas.getContext('2d');
    brush.imageSmoothingQuality = 'high';
    // JPEG knows no transparency: what shows through is paper, not black.
    brush.fillStyle = '#fff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(picture, 0, (picture.height - shown) / 2, picture.width, shown, 0, 0, canvas.width, canvas.height);
    return canvas;
  };

  const drop = dish => {
    const kept = held.get(dish);
    if (kept) URL.revokeObjectURL(kept.preview);
    held.delete(dish);
  };

  const choose = async (input, dish, widths, most) => {
    const file = input.files[0];
    input.value = '';
    if (!file) return { preview: held.get(dish)?.preview ?? null, why: null };
    if (file.size > largest) return { preview: null, why: 'too_big' };
    if (!isPicture(new Uint8Array(await file.slice(0, 16).arrayBuffer()))) return { preview: null, why: 'not_picture' };
    let picture;
    try {
      picture = await inTime(createImageBitmap(file));
      const wanted = widths.filter(width => width <= picture.width);
      const files = [];
      for (const width of wanted.length ? wanted : [Math.min(...widths)]) files.push([`w${width}`, await inTime(encode(shrink(picture, width), most))]);
      drop(dish);
      held.set(dish, { files, preview: URL.createObjectURL(files.at(-1)[1]) });
      return { preview: held.get(dish).preview, why: null };
    } catch {
      return { preview: null, why: 'unreadable' };
    } finally {
      picture?.close();
    }
  };

  // Null when it was taken, else a code. What was chosen is kept until then.
  const send = async (dish, address) => {
    const kept = held.get(dish);
    if (!kept) return null;
    const form = new FormData();
    for (const [name, blob] of kept.files) form.append(name, blob, name);
    try {
      const token = document.querySelector('input[name="__RequestVerificationToken"]')?.value ?? '';
      const answer = await fetch(address, { method: 'PUT', body: form, headers: { RequestVerificationToken: token }, signal: AbortSignal.timeout(patience) });
      if (answer.ok) {
        drop(dish);
        return null;
      }
      return answer.status === 401 ? 'signed_out' : (await answer.json()).code ?? 'refused';
    } catch {
      return 'offline';
    }
  };

  // Dragging by the handle, with a mouse, a pen or a finger. The buttons beside it do the same.
  let drag = null;
  const places = ['before', 'after', 'into'];
  const clear = () => { for (const marked of document.querySelectorAll('[data-drop]')) delete marked.dataset.drop; };
  const end = () => {
    clear();
    delete drag?.row.dataset.dragged;
    drag = null;
  };
  const rowsOf = row => [...row.parentElement.querySelectorAll(`:scope > [data-sort="${row.dataset.sort}"]`)];

  addEventListener('pointerdown', event => {
    const row = event.target.closest?.('[data-drag]')?.closest('[data-sort]');
    if (!row || event.button !== 0) return;
    event.preventDefault();
    drag = { row, pointer: event.pointerId, place: null };
    row.dataset.dragged = '';
  });
  addEventListener('pointermove', event => {
    if (drag?.pointer !== event.pointerId) return;
    clear();
    drag.place = null;
    const edge = 60;
    if (event.clientY < edge) scrollBy(0, -12);
    if (event.clientY > innerHeight - edge) scrollBy(0, 12);
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-sort]');
    if (!over || over === drag.row) return;
    if (over.dataset.sort === drag.row.dataset.sort && over.parentElement === drag.row.parentElement) {
      const box = over.getBoundingClientRect();
      // Where they stand beside each other their middle is to the side.
      const isRow = getComputedStyle(over.parentElement).flexDirection === 'row' && getComputedStyle(over.parentElement).display === 'flex';
      const isFirstHalf = isRow ? event.clientX < box.left + box.width / 2 : event.clientY < box.top + box.height / 2;
      drag.place = { row: over, where: isFirstHalf ? 'before' : 'after' };
    } else if (drag.row.dataset.sort === 'dish' && over.dataset.sort === 'category' && over.dataset.id !== drag.row.dataset.category) {
      drag.place = { row: over, where: 'into' };
    }
    if (drag.place) drag.place.row.dataset.drop = drag.place.where;
  });
  addEventListener('pointerup', event => {
    if (drag?.pointer !== event.pointerId) return;
    const { row, place } = drag;
    end();
    if (!place || !places.includes(place.where)) return;
    const rows = rowsOf(row).filter(other => other !== row);
    const before = place.where === 'before' ? place.row : place.where === 'after' ? rows[rows.indexOf(place.row) + 1] : null;
    const from = row.dataset.category ?? null;
    const to = place.where === 'into' ? place.row.dataset.id : from;
    tableOrder.page?.invokeMethodAsync('MovedAsync', row.dataset.sort, row.dataset.id, from, to, before?.dataset.id ?? null);
  });
  addEventListener('pointercancel', end);

  addEventListener('keydown', event => {
    if (event.key === 'Escape' && drag) {
      event.preventDefault();
      end();
      return;
    }
    // An editor with something unsaved asks before it goes.
    const editor = event.key === 'Escape' && event.target.closest?.('dialog[data-editor]');
    if (editor) {
      event.preventDefault();
      editor.querySelector('[data-does="close"]').click();
    }
    // Alt and an arrow move the row in which one is, as its buttons do.
    const row = event.altKey && event.target.closest?.('[data-sort]');
    const button = row && ({ ArrowUp: 'up', ArrowDown: 'down' })[event.key];
    if (button) {
      event.preventDefault();
      row.querySelector(`[data-does="${button}"]`)?.click();
    }
  }, true);

  // After a move the button that did it stands elsewhere, and at the end it can do no more: the other one can.
  const focus = selector => {
    const button = document.querySelector(selector);
    const target = button?.disabled ? [...button.parentElement.querySelectorAll('button')].find(other => !other.disabled) : button;
    target?.focus();
  };

  tableOrder.menuEditor = { choose, send, drop, focus };
})();
