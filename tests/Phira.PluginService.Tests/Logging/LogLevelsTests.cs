using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Phira.PluginService.Composition;
using Phira.PluginService.Hosting;
using Phira.PluginService.Logging;
using Phira.PluginService.Tests.Configuration;

namespace Phira.PluginService.Tests.Logging;

public sealed class LogLevelsTests : IDisposable
{
    private const string Service = "Phira.PluginService.GameServer.Net.GameListener";
    private const string Library = "Microsoft.AspNetCore.Routing";

    private readonly SettingsLoader _loader = new();
    private ServiceProvider? _services;

    [Theory]
    [InlineData(Service, LogLevel.Information)]
    [InlineData("Plugin.dice", LogLevel.Information)]
    [InlineData(Library, LogLevel.Warning)]
    [InlineData("Phira.PluginService.Auth.AdminAuthenticationHandler", LogLevel.Warning)]
    public void Without_settings_libraries_are_quiet(string category, LogLevel least) => Assert.Equal(least, Least(category));

    [Theory]
    [InlineData("phira=debug", Service, LogLevel.Debug)]
    [InlineData("phira=debug", "Phira.PluginService", LogLevel.Debug)]
    [InlineData("phira=debug", "Plugin.dice", LogLevel.Information)]
    [InlineData("phira=debug", Library, LogLevel.Warning)]
    [InlineData("phira.gameServer=off", Service, LogLevel.None)]
    [InlineData("phira.GameServer=trace", "Phira.PluginService.Plugins.Actors.PluginActor", LogLevel.Information)]
    [InlineData("dice=trace", "Plugin.dice", LogLevel.Trace)]
    [InlineData("dice=trace", "Plugin.dice-2", LogLevel.Information)]
    [InlineData("dice=trace", "Plugin.two-dice", LogLevel.Information)]
    [InlineData("Plugin=error", "Plugin.dice", LogLevel.Error)]
    [InlineData("Plugin=error,dice=debug", "Plugin.dice", LogLevel.Debug)]
    [InlineData("Microsoft.AspNetCore=debug", Library, LogLevel.Debug)]
    [InlineData("debug", Service, LogLevel.Debug)]
    [InlineData("debug", Library, LogLevel.Warning)]
    [InlineData("error", Library, LogLevel.Error)]
    [InlineData("off", "Plugin.dice", LogLevel.None)]
    public void A_name_stands_for_itself_and_for_what_is_below_it(string variable, string category, LogLevel least)
    {
        _loader.Variable("PHIRA_LOG", variable);

        Assert.Equal(least, Least(category));
    }

    [Fact]
    public void A_change_holds_at_once_for_loggers_that_exist()
    {
        var logger = Logger(Service);
        var levels = _services!.GetRequiredService<LogLevelSwitch>();

        levels.Change(levels.Current with { ByName = levels.Current.ByName.Add("phira", LogThreshold.Debug) });
        Assert.True(logger.IsEnabled(LogLevel.Debug));
        levels.Change(levels.Configured);
        Assert.False(logger.IsEnabled(LogLevel.Debug));
    }

    [Theory]
    [InlineData("Microsoft.Extensions.Hosting.Internal.Host")]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel")]
    public void While_the_service_starts_the_host_is_silent_about_what_is_told_otherwise(string category)
    {
        var logger = Logger(category);

        Assert.False(logger.IsEnabled(LogLevel.Critical));
        _services!.GetRequiredService<StartupProgress>().Complete();
        Assert.True(logger.IsEnabled(LogLevel.Warning));
        Assert.False(logger.IsEnabled(LogLevel.Information));
    }

    public void Dispose()
    {
        _services?.Dispose();
        _loader.Dispose();
    }

    private LogLevel Least(string category)
    {
        var logger = Logger(category);
        return Enum.GetValues<LogLevel>().First(level => level == LogLevel.None || logger.IsEnabled(level));
    }

    private ILogger Logger(string category)
    {
        _services = new ServiceCollection()
            .AddSingleton(_loader.Load().Configuration)
            .AddSingleton<StartupProgress>()
            .AddSingleton(TimeProvider.System)
            .AddLogging(logging =>
            {
                logging.AddServiceLogging();
                logging.ClearProviders().AddProvider(new FakeLoggerProvider());
            })
            .BuildServiceProvider();
        return _services.GetRequiredService<ILoggerFactory>().CreateLogger(category);
    }
}
