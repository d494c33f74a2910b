using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Http;

namespace Phira.PluginService.Connections;

/// <summary>
/// The certificate for HTTPS without a proxy. Looks at the files from time to time and takes over what is new, so that renewing a
/// certificate needs no restart; what cannot be used is logged, and the previous certificate stays.
/// </summary>
internal sealed partial class ServerCertificate : BackgroundService
{
    public static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(5);

    private readonly string _certificatePath;
    private readonly string _keyPath;
    private readonly ILogger<ServerCertificate> _logger;
    private readonly PeriodicTimer _timer;
    private (string Certificate, string Key) _read;
    private volatile SslStreamCertificateContext? _current;

    public ServerCertificate(IOptions<HttpOptions> options, TimeProvider timeProvider, ILogger<ServerCertificate> logger)
    {
        (_certificatePath, _keyPath) = (options.Value.Certificate, options.Value.CertificateKey);
        _logger = logger;
        _timer = new PeriodicTimer(CheckInterval, timeProvider);
    }

    /// <summary>Whether the web server speaks HTTPS.</summary>
    public bool IsConfigured => _certificatePath.Length > 0;

    /// <summary>The certificate for new connections.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it has not been loaded.</exception>
    public SslStreamCertificateContext Current => _current ?? throw new InvalidOperationException("No certificate has been loaded.");

    /// <summary>Loads the certificate for the first time.</summary>
    /// <exception cref="StartupException">It cannot be used.</exception>
    public void Load()
    {
        try
        {
            _read = (File.ReadAllText(_certificatePath), File.ReadAllText(_keyPath));
            Use(_read);
        }
        catch (Exception exception) when (IsUnusable(exception))
        {
            throw new StartupException(new Error(StartupErrors.CertificateUnusable, _certificatePath, _keyPath, exception.Message), exception);
        }
    }

    public override void Dispose()
    {
        _timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (IsConfigured && await _timer.WaitForNextTickAsync(stoppingToken))
        {
            await RefreshAsync(stoppingToken);
        }
    }

    private static bool IsUnusable(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException or NotSupportedException;

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = (await File.ReadAllTextAsync(_certificatePath, cancellationToken), await File.ReadAllTextAsync(_keyPath, cancellationToken));
            if (found == _read)
            {
                return;
            }

            // Also when it cannot be used: that is said once, not at every look.
            _read = found;
            Use(found);
            Log.Replaced(_logger, _certificatePath, Current.TargetCertificate.NotAfter.ToUniversalTime());
        }
        catch (Exception exception) when (IsUnusable(exception))
        {
            Log.NotReplaced(_logger, _certificatePath, _keyPath, exception.Message);
        }
    }

    private void Use((string Certificate, string Key) pem)
    {
        var certificate = X509Certificate2.CreateFromPem(pem.Certificate, pem.Key);
        if (OperatingSystem.IsWindows())
        {
            // There TLS takes no key that exists in memory only.
            certificate = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }

        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(pem.Certificate);
        chain.RemoveAt(0);
        _current = SslStreamCertificateContext.Create(certificate, chain, offline: true);
    }

    private static partial class Log
    {
        [LoggerMessage(1220, LogLevel.Information, "The new certificate in {Path} is in use; it is valid until {Expiry:u}")]
        public static partial void Replaced(ILogger logger, string path, DateTime expiry);

        [LoggerMessage(1221, LogLevel.Warning, "The changed certificate in {Path} with the key in {KeyPath} cannot be used, so the previous one stays: {Reason}")]
        public static partial void NotReplaced(ILogger logger, string path, string keyPath, string reason);
    }
}
