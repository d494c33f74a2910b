using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Charts;

/// <summary>The functions of <c>charts</c> for one instance.</summary>
internal sealed class ChartsFunctions(HostContext context, IChartLookup charts, TokenBucket rate)
{
    private const string LookupsLimit = "chart_lookups_per_second";

    public HostReply GetChart(ReadOnlySpan<ComponentValue> arguments)
    {
        if (arguments[0].AsU32() is not (<= int.MaxValue and var id))
        {
            return HostReply.Invalid("id: 0 to 2147483647");
        }

        if (!rate.TryTake())
        {
            return context.Exceeded(LookupsLimit, "chart look-ups per second");
        }

        return HostWait.TryWait(context, token => charts.FindChartAsync((int)id, token), out var found)
            ? Reply(found)
            : HostReply.Unavailable("the Phira API did not answer within this call's time");
    }

    // What the API refuses is no permission that the plugin lacks.
    private static HostReply Reply(Result<ChartDetails> found)
    {
        if (found.IsSuccess)
        {
            return Value(found.Value);
        }

        return found.Error.Code.Kind == ErrorKind.NotFound ? found.Error : HostReply.Unavailable(found.Error.Message());
    }

    private static ComponentValue Value(ChartDetails chart) => Wit.Record(
        Wit.Field("id", Wit.Number(chart.Chart.Id)),
        Wit.Field("name", ComponentValue.String(chart.Chart.Name)),
        Wit.Field("level", ComponentValue.String(chart.Level)),
        Wit.Field("difficulty", Wit.Option(chart.Difficulty, ComponentValue.F32)),
        Wit.Field("charter", ComponentValue.String(chart.Charter)),
        Wit.Field("composer", ComponentValue.String(chart.Composer)),
        Wit.Field("illustrator", ComponentValue.String(chart.Illustrator)),
        Wit.Field("uploader", Wit.Option(chart.Uploader, Wit.User)),
        Wit.Field("ranked", ComponentValue.Bool(chart.IsRanked)),
        Wit.Field("reviewed", ComponentValue.Bool(chart.IsReviewed)),
        Wit.Field("stable", ComponentValue.Bool(chart.IsStable)),
        Wit.Field("rating", Wit.Option(chart.Rating, ComponentValue.F32)),
        Wit.Field("tags", Wit.List(chart.Tags, ComponentValue.String)));
}
