addEventListener('fetch', () => {});
