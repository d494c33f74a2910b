using System.Text;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Limits;
using Semver;
using Wasmtime.Components;
using static Phira.PluginService.Plugins.Values.Wit;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>The functions of <c>services</c> for one instance.</summary>
internal sealed class ServicesFunctions(InstanceScope scope, ServiceRegistry registry, ServiceCaller caller, ServicesOptions options) : IPublication,
IGrantObserver
{
    private const int MaximumNameLength = 64;
    private const int MaximumSchemaBytes = 64 * 1024;

    private readonly HostContext _context = scope.Context;
    private readonly ProvidedServices _provided = new();

    public HostReply Provide(ReadOnlySpan<ComponentValue> arguments) => Provide(arguments[0], arguments[1], ComponentValue.None());

    public HostReply ProvideWithSchemas(ReadOnlySpan<ComponentValue> arguments) => Provide(arguments[0], arguments[1], arguments[2]);

    public HostReply Withdraw(ReadOnlySpan<ComponentValue> arguments)
    {
        var name = arguments[0].AsString();
        return _provided.Withdraw(name) ? HostReply.Done : HostReply.NotFound($"service {name}");
    }

    public HostReply Call(ReadOnlySpan<ComponentValue> arguments)
    {
        var (name, service, argument) = (arguments[0].AsString(), arguments[1].AsString(), arguments[2].AsString());
        if (!PluginName.TryParse(name, out var provider))
        {
            return HostReply.Invalid("plugin: the name of a plugin");
        }

        if (provider != _context.Plugin && FindUndeclared(provider) is { } refusal)
        {
            return refusal;
        }

        if (Encoding.UTF8.GetByteCount(argument) > options.ServiceCallBytes)
        {
            return _context.Exceeded(ServicesOptions.BytesLimit, $"argument: at most {options.ServiceCallBytes} bytes");
        }

        var origin = _context.Origin.Next();
        if (origin.Depth > scope.MaximumDepth)
        {
            return _context.Exceeded(LimitNames.MaxRecursionDepth, LimitNames.MaxRecursionDepth);
        }

        return caller.Call(_context, new ServiceCall(_context.Plugin, provider, service, argument)
        {
            Origin = origin,
            Deadline = _context.TimeProvider.GetTimestamp() + (long)(HostWait.Patience(_context).TotalSeconds * _context.TimeProvider.TimestampFrequency),
            MaximumBytes = options.ServiceCallBytes,
        });
    }

    public HostReply List(ReadOnlySpan<ComponentValue> arguments)
    {
        var callable = registry.Providers
            .Where(provider => provider.Plugin != _context.Plugin && Declared(provider.Plugin) is { } declared && declared.Range.Accepts(provider.Version))
            .SelectMany(provider => provider.Services.Ordered, (provider, service) => (provider.Plugin, Service: service))
            .Where(item => _context.Permissions.Covers(
                PermissionNames.CallServices, new PermissionTarget { Service = $"{item.Plugin}/{item.Service.Name}" }));
        return Wit.List([.. callable], item => Record(
            Field("plugin", ComponentValue.String(item.Plugin.Value)),
            Field("name", ComponentValue.String(item.Service.Name)),
            Field("schema", Option(item.Service.Argument?.Json, ComponentValue.String)),
            Field("answer-schema", Option(item.Service.Answer?.Json, ComponentValue.String))));
    }

    /// <inheritdoc />
    public void Publish(Mailbox mailbox) =>
        registry.Put(new ActiveProvider(_context.Plugin, scope.Manifest.Version, mailbox, _provided));

    /// <inheritdoc />
    void IPublication.Withdraw() => registry.Remove(_context.Plugin);

    /// <inheritdoc />
    public void OnGrantsChanged()
    {
        foreach (var name in _provided.ByName.Keys)
        {
            if (!_context.Permissions.Covers(PermissionNames.ProvideServices, new PermissionTarget { Service = name }))
            {
                _provided.Withdraw(name);
            }
        }
    }

    private HostReply Provide(ComponentValue nameValue, ComponentValue argumentSchema, ComponentValue answerSchema)
    {
        var name = nameValue.AsString();
        if (name.Length is 0 or > MaximumNameLength || !GuestNames.ConsistsOf(name, "-_"))
        {
            return HostReply.Invalid($"name: 1 to {MaximumNameLength} characters of a-z 0-9 - _");
        }

        if (!_context.Exports(ServiceDelivery.Handler))
        {
            return HostReply.Invalid("the component does not export service-handler");
        }

        if (ReadSchema(argumentSchema, "schema", out var argument) is { } badArgument)
        {
            return badArgument;
        }

        if (ReadSchema(answerSchema, "answer-schema", out var answer) is { } badAnswer)
        {
            return badAnswer;
        }

        return _provided.TryProvide(new ProvidedService(name, argument, answer), options.ServicesPerPlugin)
            ? HostReply.Done
            : _context.Exceeded(ServicesOptions.ServicesLimit, $"{options.ServicesPerPlugin} services");
    }

    private static HostReply? ReadSchema(ComponentValue given, string parameter, out ServiceSchema? schema)
    {
        schema = null;
        if (!given.IsSome)
        {
            return null;
        }

        var json = given.Payload!.AsString();
        if (Encoding.UTF8.GetByteCount(json) > MaximumSchemaBytes)
        {
            return HostReply.Invalid($"{parameter}: at most {MaximumSchemaBytes} bytes");
        }

        return ServiceSchema.TryRead(json, out schema, out var problem) ? (HostReply?)null : HostReply.Invalid($"{parameter}: {problem}");
    }

    /// <summary>Refuses a call of a plugin that the manifest does not name, or whose version it does not want.</summary>
    private HostReply? FindUndeclared(PluginName provider)
    {
        var version = registry.Find(provider)?.Version;
        if (Declared(provider) is not { } declared)
        {
            return HostReply.Denied(
                $"{PermissionNames.CallServices}: the manifest does not name {provider} among the plugins that it uses. "
                + $"Add {provider} = \">={version ?? new SemVersion(1, 0, 0)}\" under [optional-dependencies] in plugin.toml, or under [dependencies] "
                + "if the plugin cannot be without it.");
        }

        return version is null || declared.Range.Accepts(version)
            ? (HostReply?)null
            : HostReply.Conflict($"{_context.Plugin} is made for {provider} {declared.Range}, and {version} is running");
    }

    private PluginDependency? Declared(PluginName provider) => scope.Manifest.Dependencies.FirstOrDefault(dependency => dependency.Name == provider);
}
