// Endless scrolling: the button for more is pressed when it comes near. It stays a button, for keyboards and for whoever wants to reach the page's end.
(() => {
  const near = 600;
  const look = () => {
    const more = document.querySelector('[data-more]:not([disabled])');
    if (more && scrollY > 0 && more.getBoundingClientRect().top < innerHeight + near) more.click();
  };
  addEventListener('scroll', look, { passive: true });
})();
