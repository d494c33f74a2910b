import { Result, takeResult } from "../result";
import { IMPORT_RESULT, Reader } from "../runtime/memory";

@external("phira:plugin/charts@1.0.0", "get-chart")
declare function host_get_chart(id: u32, result: usize): void;

/** A chart with what its uploader says about it. */
export class ChartDetails {
  id: u32 = 0;
  name: string = "";
  /** The level as players read it, such as `IN Lv.15`; empty when the API does not say it. */
  level: string = "";
  /** The level as a number, or NaN when the API does not say it. */
  difficulty: f32 = 0;
  charter: string = "";
  composer: string = "";
  illustrator: string = "";
  /** The account that uploaded the chart, or `NONE`. */
  uploader: u32 = 0;
  ranked: bool = false;
  reviewed: bool = false;
  stable: bool = false;
  /** How players rate it, 0 to 1, or NaN when nobody has. */
  rating: f32 = 0;
  tags: string[] = [];

  static read(reader: Reader): ChartDetails {
    const chart = new ChartDetails();
    chart.id = reader.u32();
    chart.name = reader.string();
    chart.level = reader.string();
    chart.difficulty = reader.optionalF32();
    chart.charter = reader.string();
    chart.composer = reader.string();
    chart.illustrator = reader.string();
    chart.uploader = reader.optionalU32();
    chart.ranked = reader.bool();
    chart.reviewed = reader.bool();
    chart.stable = reader.bool();
    chart.rating = reader.optionalF32();
    chart.tags = reader.strings();
    return chart;
  }
}

/** The charts of the Phira API. Needs `read_charts`. */
export namespace charts {
  /** Looks a chart up: in what the host remembers, otherwise at the Phira API, which takes up to some seconds of this call's time. */
  export function get(id: u32): Result<ChartDetails> {
    host_get_chart(id, IMPORT_RESULT);
    return takeResult<ChartDetails>(4, ChartDetails.read);
  }
}
