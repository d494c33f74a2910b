/** The address of a path of the service, which may be served below another path; the page's base says which. */
export function addressOf(path: string): string {
  const base = document.querySelector('base')?.getAttribute('href') ?? '/';
  return base.replace(/\/$/, '') + path;
}
