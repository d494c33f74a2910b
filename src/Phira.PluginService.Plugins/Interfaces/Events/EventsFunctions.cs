using System.Text;
using System.Text.Json;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Subscriptions;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Limits;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Events;

/// <summary>The functions of <c>events</c> for one instance.</summary>
internal sealed class EventsFunctions
{
    private const string FilterLimit = "subscription_filter";
    private const string SubscriptionsLimit = "subscriptions_per_plugin";
    private const string DataLimit = "event_data_bytes";
    private const string EmitsLimit = "emits_per_second";
    private const int MaximumTypeLength = 64;
    private const int MaximumDataBytes = 64 * 1024;
    private const int MaximumSubscriptions = 256;
    private const int MaximumFilter = 1000;
    private const int MaximumEmitsPerCall = 1000;

    private readonly InstanceScope _scope;
    private readonly HostContext _context;
    private readonly IGameQueries _queries;
    private readonly IGameEvents _events;
    private readonly TokenBucket _rate;
    private readonly List<CustomEvent> _emitted = [];

    /// <param name="rate">The rate at which the plugin may emit events.</param>
    public EventsFunctions(InstanceScope scope, IGameQueries queries, IGameEvents events, TokenBucket rate)
    {
        (_scope, _context, _queries, _events, _rate) = (scope, scope.Context, queries, events, rate);
        _context.WorkDone += Publish;
    }

    public HostReply Subscribe(ReadOnlySpan<ComponentValue> arguments)
    {
        var type = arguments[0].AsString();
        if (!IsType(type))
        {
            return MalformedType();
        }

        if (NeedsPermission(type) && _context.Permissions.Use(PermissionNames.SubscribeEvents) is { } refusal)
        {
            return refusal;
        }

        if (!_context.Exports(EventDelivery.Handler))
        {
            return HostReply.Invalid("the component does not export event-handler");
        }

        if (arguments[1].IsSome && IsTooMuch(arguments[1].Payload!))
        {
            return _context.Exceeded(FilterLimit, $"options: at most {MaximumFilter} rooms and {MaximumFilter} users");
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
            // Grants change while a subscription lives, so each event is compared again.
            subscription = subscription with { IsAllowed = gameEvent => IsAllowed(gameEvent) };
        }

        return _scope.Registrations.TrySubscribe(subscription, MaximumSubscriptions)
            ? HostReply.Done
            : _context.Exceeded(SubscriptionsLimit, $"{MaximumSubscriptions} subscriptions");
    }

    public HostReply Unsubscribe(ReadOnlySpan<ComponentValue> arguments)
    {
        _scope.Registrations.Unsubscribe(arguments[0].AsString());
        return HostReply.Done;
    }

    public HostReply Emit(ReadOnlySpan<ComponentValue> arguments)
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
            return _context.Exceeded(DataLimit, $"event data: at most {MaximumDataBytes} bytes");
        }

        if (!IsJson(data))
        {
            return HostReply.Invalid("data: one JSON value");
        }

        var origin = _context.Origin.Next();
        if (origin.Depth > _scope.MaximumDepth)
        {
            return _context.Exceeded(LimitNames.MaxRecursionDepth, LimitNames.MaxRecursionDepth);
        }

        if (_emitted.Count >= MaximumEmitsPerCall || !_rate.TryTake())
        {
            return _context.Exceeded(EmitsLimit, "events per second");
        }

        _emitted.Add(new CustomEvent(type, _context.Plugin.Value, data, origin));
        return HostReply.Done;
    }

    // A filter is kept in the memory of the host.
    private static bool IsTooMuch(ComponentValue options) =>
        options.Field("rooms").AsList().Count > MaximumFilter || options.Field("users").AsList().Count > MaximumFilter;

    private static Subscription? Read(string type, ComponentValue options)
    {
        // An id left out would widen the filter: without any, it lets all users pass.
        var users = options.Field("users").AsList().Select(GuestIds.User).ToArray();
        return users.Contains(null)
            ? null
            : new Subscription(type)
            {
                IsBefore = options.Field("phase").AsEnum() == "before",
                Priority = options.Field("priority").AsS32(),
                FailClosed = options.Field("fail-closed").AsBool(),
                Rooms = [.. options.Field("rooms").AsList().Select(GuestIds.Room)],
                Users = [.. users.OfType<UserId>()],
                SampleEvery = EventTypes.HighRate.Contains(type) ? Math.Max(1, options.Field("sample-every").AsU32()) : 1,
            };
    }

    private bool IsAllowed(GameEvent gameEvent)
    {
        if (_context.Permissions.Granted(PermissionNames.SubscribeEvents) is not { } granted)
        {
            return false;
        }

        if (granted is { Rooms: null, Users: null })
        {
            return true;
        }

        // What concerns no room or user at all is not among those that are named.
        var room = gameEvent.RoomId is { } id ? _queries.FindRoom(id)?.Name : null;
        return (granted.Rooms is not { } rooms || (room is not null && rooms.Contains(room)))
            && (granted.Users is not { } users || (gameEvent.UserId is { } user && users.Contains((uint)user.Value)));
    }

    // A plugin that emits while it handles an event must not receive its own event inside that call.
    private void Publish()
    {
        if (_emitted.Count > 0)
        {
            _emitted.ForEach(_events.Publish);
            _emitted.Clear();
        }
    }

    private static bool NeedsPermission(string type) =>
        !EventTypes.Predefined.Contains(type)
        || EventTypes.HighRate.Contains(type)
        || type is EventTypes.CommandInput or EventTypes.MessageSent;

    private static bool IsType(string type) =>
        type.Length is > 0 and <= MaximumTypeLength
        && GuestNames.ConsistsOf(type, "._-");

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
