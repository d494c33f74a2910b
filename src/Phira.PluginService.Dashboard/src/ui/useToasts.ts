import { ref } from 'vue';
import type { ApiError } from '../api/ApiError';

export interface Toast {
  id: number;
  kind: 'good' | 'bad';
  text: string;
  remedy: string | null;
}

/** How long good news stay; bad news stay until they are closed. */
export const toastMilliseconds = 6000;

const toasts = ref<Toast[]>([]);
let last = 0;

function add(toast: Omit<Toast, 'id'>): number {
  const id = ++last;
  // More than a few at once would cover the page: the oldest goes.
  toasts.value = [...toasts.value, { ...toast, id }].slice(-4);
  return id;
}

function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

function good(text: string): void {
  const id = add({ kind: 'good', text, remedy: null });
  setTimeout(() => dismiss(id), toastMilliseconds);
}

function bad(text: string, error?: ApiError): void {
  add({ kind: 'bad', text: error === undefined ? text : `${text} ${error.message}`, remedy: error?.remedy ?? null });
}

export function useToasts() {
  return { toasts, good, bad, dismiss };
}
