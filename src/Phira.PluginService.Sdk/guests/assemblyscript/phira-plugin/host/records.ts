import { Result, takeResult } from "../result";
import { IMPORT_RESULT, NONE, NO_TIME, Reader } from "../runtime/memory";
import { ChartInfo, PlayRecord } from "../types";

@external("phira:plugin/records@1.0.0", "list-user-records")
declare function host_list_user_records(
  user: u32, chartSome: i32, chart: u32, beforeSome: i32, before: u64, limit: u32, result: usize): void;

/** A result that counted in a round. */
export class RoundRecord {
  /** `chart` is that of the round, `room` the name of the room, `at` when the result arrived. */
  constructor(public chart: ChartInfo, public room: string, public at: u64, public play: PlayRecord) {}

  static readonly SIZE: usize = 80;

  static read(reader: Reader): RoundRecord {
    reader.align(8);
    const chart = ChartInfo.read(reader);
    const room = reader.string();
    const at = reader.u64();
    return new RoundRecord(chart, room, at, PlayRecord.read(reader));
  }
}

/** Some of the results. */
export class RecordPage {
  /** The newest first. */
  records: RoundRecord[] = [];
  /** What to pass as `before` for the next page, or `NO_TIME` when no older results follow. */
  next: u64 = 0;

  static read(reader: Reader): RecordPage {
    const page = new RecordPage();
    page.records = reader.list<RoundRecord>(RoundRecord.SIZE, RoundRecord.read);
    page.next = reader.optionalTime();
    return page;
  }
}

/** What players reached in the rounds of this server. Needs `read_records`. */
export namespace records {
  /**
   * A page of 1 to 100 results of a player, who need not be here; of one chart, or of all (`NONE`). `before` is `NO_TIME` for the newest
   * ones.
   */
  export function ofUser(user: u32, chart: u32 = NONE, before: u64 = NO_TIME, limit: u32 = 100): Result<RecordPage> {
    const one = chart != NONE;
    const older = before != NO_TIME;
    host_list_user_records(user, one ? 1 : 0, one ? chart : 0, older ? 1 : 0, older ? before : 0, limit, IMPORT_RESULT);
    return takeResult<RecordPage>(8, RecordPage.read);
  }
}
