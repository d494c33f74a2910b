using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Phira.PluginService.RuntimeCases.Tests.Service;

/// <summary>The warnings and errors of the service.</summary>
internal sealed class ServiceLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _errors = new();

    /// <summary>Exceptions that somebody wrote down: bugs of the service, whatever a plugin did.</summary>
    public IReadOnlyList<string> Exceptions => [.. _errors];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _errors);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Warning && exception is not null)
            {
                errors.Enqueue($"{category}: {formatter(state, exception)}\n{exception}");
            }
        }
    }
}
