// One table of a million elements in each of fifty modules.
import { lifecycle } from '../shared/lifecycle.mjs';

const COUNT = 50;

const hoards = Array.from({ length: COUNT }, (_, i) => `
  (core module $hoard${i} (table 1000000 funcref))
  (core instance (instantiate $hoard${i}))`);

export default () => ({ component: `(component ${hoards.join('')}${lifecycle})` });
