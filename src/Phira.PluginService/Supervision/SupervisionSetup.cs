using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Hosting.WindowsServices;
using Phira.PluginService.Core.Game;

namespace Phira.PluginService.Supervision;

/// <summary>Registers the conversation with the program that supervises the process: systemd, the service control manager of Windows, or none.</summary>
internal static class SupervisionSetup
{
    /// <param name="requestStop">Requests an orderly stop of the process.</param>
    public static IServiceCollection AddSupervision(this IServiceCollection services, Action requestStop)
    {
        if (OperatingSystem.IsWindows() && WindowsServiceHelpers.IsWindowsService())
        {
            services.AddSingleton(requestStop);
            services.AddSingleton<IHostLifetime, WindowsService>();
        }
        else
        {
            services.AddSingleton<IHostLifetime, ProcessLifetime>();
        }

        services.AddSingleton<ISystemdNotifier, SystemdNotifier>();
        services.AddSingleton(provider => new SystemdService(
            provider.GetRequiredService<ISystemdNotifier>(),
            provider.GetRequiredService<IGameDrain>(),
            SystemdService.ReadWatchdogInterval(Environment.GetEnvironmentVariable, Environment.ProcessId),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => provider.GetRequiredService<SystemdService>());
        return services;
    }

    /// <summary>Gives a Windows service the working directory of its program. Windows starts services in its own directory.</summary>
    public static void EnterProgramDirectory()
    {
        if (OperatingSystem.IsWindows() && WindowsServiceHelpers.IsWindowsService())
        {
            Directory.SetCurrentDirectory(AppContext.BaseDirectory);
        }
    }
}
