// Before the first paint: the theme that the reader chose. ?theme= wins and is
// remembered; without either the system's setting holds.
(function () {
  const root = document.documentElement;
  let chosen = new URLSearchParams(location.search).get('theme');
  try {
    if (chosen) localStorage.setItem('theme', chosen);
    else chosen = localStorage.getItem('theme');
  } catch { /* no storage: the choice lasts for this page */ }
  if (chosen === 'dark' || chosen === 'light') root.setAttribute('data-theme', chosen);
  root.classList.add('js');
})();
