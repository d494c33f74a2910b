using System.Runtime.Versioning;
using Microsoft.Extensions.Hosting.WindowsServices;
using Microsoft.Extensions.Options;

namespace Phira.PluginService.Supervision;

/// <summary>
/// Obeys the service control manager of Windows. A stop is requested as by a signal, so that rounds in progress may end; the framework's own lifetime
/// would close the dashboard first.
/// </summary>
/// <param name="requestStop">Requests an orderly stop of the process.</param>
[SupportedOSPlatform("windows")]
internal sealed class WindowsService(
    IHostEnvironment environment, IHostApplicationLifetime application, ILoggerFactory loggers, IOptions<HostOptions> options, Action requestStop)
    : WindowsServiceLifetime(environment, application, loggers, options)
{
    // Windows takes a service for dead that reports nothing for longer than it has said.
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(5);

    private readonly WaitHandle _stopped = application.ApplicationStopped.WaitHandle;

    protected override void OnStop()
    {
        StopInOrder();
        base.OnStop();
    }

    protected override void OnShutdown()
    {
        StopInOrder();
        base.OnShutdown();
    }

    private void StopInOrder()
    {
        requestStop();
        while (!_stopped.WaitOne(ReportInterval))
        {
            RequestAdditionalTime(ReportInterval * 2);
        }
    }
}
