namespace Phira.PluginService.Core.Results;

/// <summary>
/// Ends the start of the service with an expected failure: a port in use, a directory without rights. The host shows the error's own
/// words in both languages instead of a stack trace and exits with code 1.
/// </summary>
/// <param name="error">The failure that prevents the start.</param>
/// <param name="innerException">The exception that the system reported, if any.</param>
public sealed class StartupException(Error error, Exception? innerException = null) : Exception(error.Message(), innerException)
{
    /// <summary>The failure that prevents the start.</summary>
    public Error Error { get; } = error;
}
