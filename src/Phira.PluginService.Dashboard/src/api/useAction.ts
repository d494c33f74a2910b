import { ref, shallowRef } from 'vue';
import { ApiError } from './ApiError';

/** Something a form does: one at a time, and its failure is kept until the next attempt. */
export function useAction() {
  const busy = ref(false);
  const failure = shallowRef<ApiError | null>(null);

  /** @returns whether it succeeded. */
  async function run(act: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    failure.value = null;
    try {
      await act();
      return true;
    } catch (thrown) {
      failure.value = ApiError.of(thrown);
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { busy, failure, run };
}
