using System.Text;
using System.Text.Json;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Sandbox.Limits;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Events;

/// <summary>The interface <c>events</c>.</summary>
internal static class EventsInterface
{
    private const int MaximumTypeLength = 64;
    private const int MaximumDataBytes = 64 * 1024;
    private const int MaximumSubscriptions = 256;
    private const int MaximumFilter = 1000;
    private const int MaximumEmitsPerCall = 1000;

    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "events",
        new HostFunction("subscribe-event", Subscribe),
        new HostFunction("unsubscribe-event", Unsubscribe),
        new HostFunction("emit-event", Emit) { Permission = PermissionNames.EmitEvents });

    private static HostReply Subscribe(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var type = arguments[0].AsString();
        if (!IsType(type))
        {
            return MalformedType();
        }

        if (NeedsPermission(type) && context.Permissions.Use(PermissionNames.SubscribeEvents) is { } refusal)
        {
            return refusal;
        }

        if (!context.HandlesEvents)
        {
            return HostReply.Invalid("the component does not export event-handler");
        }

        if (arguments[1].IsSome && IsTooMuch(arguments[1].Payload!))
        {
            return context.Exceeded(LimitNames.SubscriptionFilter, $"options: at most {MaximumFilter} rooms and {MaximumFilter} users");
        }

        var subscription = arguments[1].IsSome ? Read(type, arguments[1].Payload!) : new Subscription(type);
        if (subscription is null)
        {
            return HostReply.Invalid("options: users holds an id that no account can have");
        }

        if (subscription.IsBefore && !EventTypes.Cancellable.Contains(type))
        {
            return HostReply.Invalid($"options: {type} has no phase before; {string.Join(", ", EventTypes.Cancellable.Order())} have");
        }

        if (NeedsPermission(type))
        {
            // Grants change while a subscription lives, so each event is compared anew.
            subscription = subscription with { IsAllowed = gameEvent => IsAllowed(context, gameEvent) };
        }

        return context.Registrations.TrySubscribe(subscription, MaximumSubscriptions)
            ? HostReply.Done
            : context.Exceeded(LimitNames.SubscriptionsPerPlugin, $"{MaximumSubscriptions} subscriptions");
    }

    private static HostReply Unsubscribe(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        context.Registrations.Unsubscribe(arguments[0].AsString());
        return HostReply.Done;
    }

    private static HostReply Emit(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var type = arguments[0].AsString();
        if (!IsType(type))
        {
            return MalformedType();
        }

        if (EventTypes.Predefined.Contains(type))
        {
            return HostReply.Invalid($"event-type: {type} is predefined and cannot be emitted by plugins");
        }

        var data = arguments[1].AsString();
        if (Encoding.UTF8.GetByteCount(data) > MaximumDataBytes)
        {
            return context.Exceeded(LimitNames.EventDataBytes, $"event data: at most {MaximumDataBytes} bytes");
        }

        if (!IsJson(data))
        {
            return HostReply.Invalid("data: one JSON value");
        }

        var depth = context.Depth + 1;
        if (depth > context.MaximumDepth)
        {
            return context.Exceeded(LimitNames.MaxRecursionDepth, LimitNames.MaxRecursionDepth);
        }

        if (context.Emitted.Count >= MaximumEmitsPerCall || !context.Quotas.Emits.TryTake())
        {
            return context.Exceeded(LimitNames.EmitsPerSecond, "events per second");
        }

        context.Emitted.Add(new CustomEvent(type, context.Plugin.Value, data, depth));
        return HostReply.Done;
    }

    // A filter is kept in the memory of the host.
    private static bool IsTooMuch(ComponentValue options) =>
        options.Field("rooms").AsList().Count > MaximumFilter || options.Field("users").AsList().Count > MaximumFilter;

    private static Subscription? Read(string type, ComponentValue options)
    {
        // An id left out would widen the filter: without any, it lets all users pass.
        var users = options.Field("users").AsList().Select(Ids.User).ToArray();
        return users.Contains(null)
            ? null
            : new Subscription(type)
            {
                IsBefore = options.Field("phase").AsEnum() == "before",
                Priority = options.Field("priority").AsS32(),
                FailClosed = options.Field("fail-closed").AsBool(),
                Rooms = [.. options.Field("rooms").AsList().Select(Ids.Room)],
                Users = [.. users.OfType<Core.Ids.UserId>()],
                SampleEvery = EventTypes.HighRate.Contains(type) ? Math.Max(1, options.Field("sample-every").AsU32()) : 1,
            };
    }

    private static bool IsAllowed(HostContext context, GameEvent gameEvent)
    {
        if (context.Permissions.Granted(PermissionNames.SubscribeEvents) is not { } granted)
        {
            return false;
        }

        if (granted is { Rooms: null, Users: null })
        {
            return true;
        }

        // What concerns no room or user at all is not among those that are named.
        var room = gameEvent.Room is { } id ? context.Services.Queries.FindRoom(id)?.Name : null;
        return (granted.Rooms is not { } rooms || (room is not null && rooms.Contains(room)))
            && (granted.Users is not { } users || (gameEvent.User is { } user && users.Contains((uint)user.Value)));
    }

    private static bool NeedsPermission(string type) =>
        !EventTypes.Predefined.Contains(type)
        || EventTypes.HighRate.Contains(type)
        || type is EventTypes.CommandInput or EventTypes.MessageSent;

    private static bool IsType(string type) =>
        type.Length is > 0 and <= MaximumTypeLength
        && type.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.' or '-');

    private static HostReply MalformedType() => HostReply.Invalid($"event-type: 1 to {MaximumTypeLength} characters of a-z 0-9 _ . -");

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
