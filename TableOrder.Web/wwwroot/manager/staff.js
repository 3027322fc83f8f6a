// Copies what a button points to, and gives the focus back after a dialog. On plain http there is no clipboard for scripts: what is selected can be copied by the browser itself.
(() => {
  const copy = async source => {
    const text = source.value ?? source.textContent;
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { /* no secure context, or not allowed */ }
    if (source.select) source.select();
    else getSelection().selectAllChildren(source);
    return document.execCommand('copy');
  };

  addEventListener('click', async event => {
    const button = event.target.closest?.('[data-copy]');
    const source = button && document.querySelector(button.dataset.copy);
    if (!source || !await copy(source)) return;
    button.dataset.copied = '';
    setTimeout(() => delete button.dataset.copied, 2500);
  });

  // One menu at a time, and none after something was chosen elsewhere.
  addEventListener('click', event => {
    for (const menu of document.querySelectorAll('.team details.more[open]')) {
      if (!menu.contains(event.target) || event.target.closest('button')) menu.open = false;
    }
  });
  addEventListener('keydown', event => {
    const menu = event.key === 'Escape' && document.querySelector('.team details.more[open]');
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });

  tableOrder.team = {
    // After the dialog has let go of it.
    focus: selector => requestAnimationFrame(() => setTimeout(() => document.querySelector(selector)?.focus(), 50)),
  };
})();
