// Seven levels make 128 instances, of two tables each.
import { lifecycle } from '../shared/lifecycle.mjs';

const LEVELS = 7;

const levels = Array.from({ length: LEVELS }, (_, i) => `
  (component $level${i + 1} (instance (instantiate $level${i})) (instance (instantiate $level${i})))`);

export default () => ({
  component: `(component
    (component $level0
      (core module $hoard (table 200000 externref) (table 200000 funcref))
      (core instance (instantiate $hoard)))
    ${levels.join('')}
    (instance (instantiate $level${LEVELS}))
    ${lifecycle})`,
});
