// The switch between light and dark changes the page in place.
export function start(charts) {
  document.querySelectorAll('[data-theme-to]').forEach((a) => {
    a.addEventListener('click', (e) => {
      e.preventDefault();
      const to = a.dataset.themeTo;
      document.documentElement.setAttribute('data-theme', to);
      try { localStorage.setItem('theme', to); } catch { /* lasts for this page */ }
      charts.forEach((c) => c.fit());
    });
  });
}
