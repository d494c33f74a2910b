import { HostError, takeUnit } from "../result";
import { Arena, IMPORT_RESULT, Writer, addressOf } from "../runtime/memory";

@external("phira:plugin/metrics@1.0.0", "counter-add")
declare function host_counter_add(name: usize, nameLength: i32, value: f64, labels: usize, labelCount: i32, result: usize): void;
@external("phira:plugin/metrics@1.0.0", "gauge-set")
declare function host_gauge_set(name: usize, nameLength: i32, value: f64, labels: usize, labelCount: i32, result: usize): void;
@external("phira:plugin/metrics@1.0.0", "histogram-record")
declare function host_histogram_record(
  name: usize, nameLength: i32, value: f64, labels: usize, labelCount: i32, result: usize): void;

/** A label of a series. */
export class Label {
  constructor(public key: string, public value: string) {}

  static lower(labels: Label[], arena: Arena): usize {
    const block = arena.alloc(<usize>labels.length * 16);
    const writer = new Writer(block, arena);
    for (let i = 0; i < labels.length; i++) {
      writer.string(labels[i].key);
      writer.string(labels[i].value);
    }
    return block;
  }
}

/** The plugin's own metrics. Needs `metrics`. */
export namespace metrics {
  /** Adds to a counter. */
  export function counterAdd(name: string, value: f64, labels: Label[] = []): HostError | null {
    const arena = new Arena();
    host_counter_add(addressOf(name), name.length, value, Label.lower(labels, arena), labels.length, IMPORT_RESULT);
    arena.free();
    return takeUnit();
  }

  /** Sets a gauge. */
  export function gaugeSet(name: string, value: f64, labels: Label[] = []): HostError | null {
    const arena = new Arena();
    host_gauge_set(addressOf(name), name.length, value, Label.lower(labels, arena), labels.length, IMPORT_RESULT);
    arena.free();
    return takeUnit();
  }

  /** Records one value of a histogram. */
  export function histogramRecord(name: string, value: f64, labels: Label[] = []): HostError | null {
    const arena = new Arena();
    host_histogram_record(addressOf(name), name.length, value, Label.lower(labels, arena), labels.length, IMPORT_RESULT);
    arena.free();
    return takeUnit();
  }
}
