import { Json } from "phira-plugin";

/** Counts events by their sequence numbers and hands the count over at a hot reload, so that a lost or repeated event shows. */
export class Ledger {
  received: f64 = 0;
  first: f64 = 0;
  last: f64 = 0;
  /** Events skipped, and events whose number did not rise. */
  missing: f64 = 0;
  repeated: f64 = 0;
  /** How often a state was restored. */
  restored: f64 = 0;

  count(sequence: f64): void {
    if (this.received == 0) this.first = sequence;
    else if (sequence <= this.last) this.repeated++;
    else this.missing += sequence - this.last - 1;
    this.last = max(this.last, sequence);
    this.received++;
  }

  toJson(): Json {
    return Json.object()
      .set("received", Json.number(this.received))
      .set("first", Json.number(this.first))
      .set("last", Json.number(this.last))
      .set("missing", Json.number(this.missing))
      .set("repeated", Json.number(this.repeated))
      .set("restored", Json.number(this.restored));
  }

  static fromJson(json: Json): Ledger {
    const ledger = new Ledger();
    ledger.received = json.getNumber("received");
    ledger.first = json.getNumber("first");
    ledger.last = json.getNumber("last");
    ledger.missing = json.getNumber("missing");
    ledger.repeated = json.getNumber("repeated");
    ledger.restored = json.getNumber("restored") + 1;
    return ledger;
  }
}
