// Follows a stream of the plugin for as long as the page is open.

const firstPause = 2000;
const longestPause = 60_000;

/**
 * Loads what the page shows, and again whenever the stream says so.
 *
 * A browser opens a stream again by itself when the connection is lost, but not after an answer other than 200: the plugin was unloaded for a moment, or
 * a proxy could not reach the service. Then it is opened again here, after pauses that grow.
 *
 * @param {string} address of the stream
 * @param {object} page
 * @param {() => Promise<void>} page.load fetches everything and shows it; fails when it cannot
 * @param {(isLive: boolean) => void} page.tell shows whether the page is up to date
 * @param {Record<string, (data: unknown) => void>} [page.events] what to do with the data of an event; `changed` loads everything again
 */
export function follow(address, { load, tell, events = {} }) {
  let stream;
  let timer;
  let pause = firstPause;
  let isLost = false;
  let isLoading = false;
  let isStale = false;

  function open() {
    stream = new EventSource(address);
    stream.addEventListener('open', () => {
      isLost = false;
      refresh();
    });
    stream.addEventListener('error', () => {
      isLost = true;
      tell(false);
      if (stream.readyState === EventSource.CLOSED) retry();
    });
    // The host sends `gap` to a reader that has missed something.
    for (const name of ['gap', 'changed']) stream.addEventListener(name, refresh);
    for (const [name, show] of Object.entries(events)) stream.addEventListener(name, ({ data }) => show(JSON.parse(data)));
  }

  // What changes while the answer is on its way may not be in it.
  async function refresh() {
    isStale = true;
    if (isLoading) return;
    isLoading = true;
    try {
      while (isStale) {
        isStale = false;
        await load();
      }
      pause = firstPause;
      tell(!isLost);
    } catch {
      tell(false);
      retry();
    } finally {
      isLoading = false;
    }
  }

  function retry() {
    if (timer !== undefined) return;
    // Not all readers at the same moment.
    timer = setTimeout(() => {
      timer = undefined;
      if (stream.readyState === EventSource.CLOSED) open();
      else refresh();
    }, pause * (0.5 + Math.random()));
    pause = Math.min(2 * pause, longestPause);
  }

  open();
  refresh();
}

/** Reads JSON of the plugin. */
export async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
