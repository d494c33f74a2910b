import { shallowRef } from 'vue';

export interface Question {
  title: string;
  text: string;
  /** The reasons against it, one per line. */
  details?: string[];
  confirm: string;
  cancel?: string;
  danger?: boolean;
}

interface Asked extends Question {
  answer: (confirmed: boolean) => void;
}

const asked = shallowRef<Asked | null>(null);

/** Asks the user in a dialog; a question that is still open is answered with no. */
function confirm(question: Question): Promise<boolean> {
  asked.value?.answer(false);
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer: (confirmed) => {
        asked.value = null;
        resolve(confirmed);
      },
    };
  });
}

export function useConfirm() {
  return { asked, confirm };
}
