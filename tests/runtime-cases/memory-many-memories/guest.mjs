// One memory of a mebibyte in each of sixty modules.
import { lifecycle } from '../shared/lifecycle.mjs';

const COUNT = 60;

const hoards = Array.from({ length: COUNT }, (_, i) => `
  (core module $hoard${i} (memory 16))
  (core instance (instantiate $hoard${i}))`);

export default () => ({ component: `(component ${hoards.join('')}${lifecycle})` });
