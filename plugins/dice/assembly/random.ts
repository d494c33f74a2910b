/** A small random number generator (SplitMix64). The same seed gives the same numbers. */
export class Random {
  constructor(public state: u64) {}

  private next(): u64 {
    this.state += 0x9e3779b97f4a7c15;
    let mixed = this.state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
  }

  /** A number from 1 to `sides`, each equally likely. */
  die(sides: i32): i32 {
    const range = <u32>sides;
    // Numbers of the incomplete last run would favour the small faces: draw again.
    const limit = u32.MAX_VALUE - u32.MAX_VALUE % range;
    let drawn = <u32>(this.next() >> 32);
    while (drawn >= limit) drawn = <u32>(this.next() >> 32);
    return <i32>(drawn % range) + 1;
  }
}
