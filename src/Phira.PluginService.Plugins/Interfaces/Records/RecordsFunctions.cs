using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Records;

/// <summary>The functions of <c>records</c> for one instance.</summary>
internal sealed class RecordsFunctions(HostContext context, IRoundRecordStore records)
{
    private const uint MaximumPage = 100;

    public HostReply ListUserRecords(ReadOnlySpan<ComponentValue> arguments)
    {
        if (arguments[3].AsU32() is not (>= 1 and <= MaximumPage and var limit))
        {
            return HostReply.Invalid($"limit: 1 to {MaximumPage}");
        }

        var chart = arguments[1].IsSome ? arguments[1].Payload!.AsU32() : (uint?)null;
        var before = arguments[2].IsSome ? (long)Math.Min(long.MaxValue, arguments[2].Payload!.AsU64()) : (long?)null;

        // Accounts and charts have numbers of 31 bits: others have no results.
        if (GuestIds.User(arguments[0]) is not { } user || chart > int.MaxValue)
        {
            return Page(new RoundRecordPage([], Next: null));
        }

        return HostWait.TryWait(context, token => records.GetOfUserAsync(user, (int?)chart, before, (int)limit, token), out var page)
            ? Page(page)
            : HostReply.Unavailable("the storage did not answer within this call's time");
    }

    private static ComponentValue Page(RoundRecordPage page) => Wit.Record(
        Wit.Field("records", Wit.List(page.Records, Record)),
        Wit.Field("next", Wit.Option(page.Next, next => ComponentValue.U64((ulong)next))));

    private static ComponentValue Record(RoundRecord record) => Wit.Record(
        Wit.Field("chart", Wit.ChartInfo(record.Chart)),
        Wit.Field("room", ComponentValue.String(record.Room)),
        Wit.Field("at", Wit.Timestamp(record.At)),
        Wit.Field("play", Wit.PlayRecord(record.Play)));
}
