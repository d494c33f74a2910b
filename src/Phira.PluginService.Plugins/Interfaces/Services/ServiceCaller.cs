using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>Carries calls from plugins to plugins. The caller's thread waits and holds nothing; the provider answers on its own thread.</summary>
internal sealed class ServiceCaller(ServiceRegistry registry, CallGraph waits, ServiceTraffic traffic)
{
    /// <summary>Calls a service and waits for the answer.</summary>
    public HostReply Call(HostContext caller, ServiceCall call)
    {
        if (call.Provider == caller.Plugin)
        {
            return Cycle([call.Provider.Value, call.Provider.Value]);
        }

        if (registry.Find(call.Provider) is not { } provider)
        {
            return HostReply.NotFound($"plugin {call.Provider}: it does not run");
        }

        if (Find(call) is not { } service)
        {
            return HostReply.NotFound(Explain(provider, call));
        }

        if (call.FindProblem(service) is { } problem)
        {
            return problem;
        }

        var since = caller.TimeProvider.GetTimestamp();
        var reply = Deliver(caller, call, provider, new ServiceDelivery(call, service, () => Find(call)));
        traffic.Record(call, caller.TimeProvider.GetElapsedTime(since), reply.ErrorCase is not null);
        return reply;
    }

    private HostReply Deliver(HostContext caller, ServiceCall call, ActiveProvider provider, ServiceDelivery delivery)
    {
        var cycle = waits.Begin(caller, call.Provider);
        if (!cycle.IsEmpty)
        {
            return Cycle(cycle.Select(plugin => plugin.Value));
        }

        try
        {
            provider.Mailbox.Post(delivery);
            if (HostWait.TryWait(caller, cancellationToken => delivery.Answer.WaitAsync(cancellationToken), out var answer))
            {
                return answer.IsSuccess ? answer.Value : answer.Error;
            }

            delivery.Forget();
            return HostReply.Unavailable($"{call.Provider} did not answer {call.Service} within this call's time");
        }
        finally
        {
            waits.End(caller);
        }
    }

    private ProvidedService? Find(ServiceCall call) =>
        registry.Find(call.Provider)?.Services.ByName.GetValueOrDefault(call.Service);

    private static string Explain(ActiveProvider provider, ServiceCall call)
    {
        var names = provider.Services.Ordered.Select(service => service.Name).ToArray();
        return $"service {call.Service} of {call.Provider}: it provides {(names.Length == 0 ? "none" : string.Join(", ", names))}";
    }

    private static HostReply Cycle(IEnumerable<string> plugins) =>
        HostReply.Conflict($"{string.Join(" -> ", plugins)}: the call would come back to a plugin that waits for it");
}
