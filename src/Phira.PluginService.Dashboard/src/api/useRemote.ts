import { onScopeDispose, shallowRef } from 'vue';
import { ApiError } from './ApiError';

/** One value that is fetched: absent while it loads, kept when a later fetch fails. */
export function useRemote<T>(fetchValue: () => Promise<T>) {
  const data = shallowRef<T | null>(null);
  const error = shallowRef<ApiError | null>(null);
  let latest = 0;

  async function refresh(): Promise<void> {
    const mine = ++latest;
    try {
      const value = await fetchValue();
      if (mine !== latest) return;
      data.value = value;
      error.value = null;
    } catch (thrown) {
      if (mine === latest) error.value = ApiError.of(thrown);
    }
  }

  return { data, error, refresh };
}

/** Like `useRemote`, fetched again some time after each answer for as long as the page is open and visible. */
export function usePolled<T>(fetchValue: () => Promise<T>, milliseconds = 2000) {
  const remote = useRemote(fetchValue);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let disposed = false;

  async function poll(): Promise<void> {
    clearTimeout(timer);
    if (!document.hidden) await remote.refresh();
    if (!disposed) timer = setTimeout(() => void poll(), milliseconds);
  }

  const whenVisible = () => {
    if (!document.hidden) void poll();
  };
  document.addEventListener('visibilitychange', whenVisible);
  onScopeDispose(() => {
    disposed = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', whenVisible);
  });
  void poll();
  return remote;
}
