using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Phira.PluginService.Connections;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Connections;

public sealed class HttpsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_dashboard_is_served_with_the_certificate_and_its_chain()
    {
        using var files = new PemFiles();
        var serial = files.Renew();
        await using var service = NewService(files);

        Assert.Equal(serial, await HandshakeAsync(files, service.Listen()));
        using var client = new HttpClient(new SocketsHttpHandler { SslOptions = files.Client });
        Assert.Equal("{\"status\":\"live\"}", await client.GetStringAsync($"https://localhost:{service.Listen()}/healthz/live", Stop));
    }

    [Fact]
    public async Task The_link_says_https()
    {
        using var files = new PemFiles();
        files.Renew();
        await using var service = NewService(files);

        var port = service.Listen();

        Assert.Contains($"https://127.0.0.1:{port}/", service.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewed_certificate_is_taken_over_without_a_restart()
    {
        using var files = new PemFiles();
        var first = files.Renew();
        await using var service = NewService(files);
        var port = service.Listen();
        Assert.Equal(first, await HandshakeAsync(files, port));

        var second = files.Renew();

        await UntilAsync(service, async () => await HandshakeAsync(files, port) == second);

        // It is told after it is in use.
        await UntilAsync(service, () => Task.FromResult(service.Logs.GetSnapshot().Any(record => record.Id.Id == 1220)));
    }

    [Fact]
    public async Task Files_that_do_not_belong_together_leave_the_previous_certificate_in_use_and_are_told_once()
    {
        using var files = new PemFiles();
        var first = files.Renew();
        await using var service = NewService(files);
        var port = service.Listen();

        var key = await File.ReadAllTextAsync(files.Key, Stop);
        var second = files.Renew();
        var newKey = await File.ReadAllTextAsync(files.Key, Stop);
        await File.WriteAllTextAsync(files.Key, key, Stop);
        await UntilAsync(service, () => Task.FromResult(service.Logs.GetSnapshot().Any(IsRefusal)));

        Assert.Equal(first, await HandshakeAsync(files, port));
        await File.WriteAllTextAsync(files.Key, newKey, Stop);
        await UntilAsync(service, async () => await HandshakeAsync(files, port) == second);
        Assert.Single(service.Logs.GetSnapshot(), IsRefusal);

        bool IsRefusal(Microsoft.Extensions.Logging.Testing.FakeLogRecord record) =>
            record.Id.Id == 1221 && record.Message.Contains(files.Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("nonsense", null)]
    [InlineData(null, "nonsense")]
    public async Task Unusable_files_stop_the_start_with_words(string? certificate, string? key)
    {
        using var files = new PemFiles();
        if (certificate is not null || key is not null)
        {
            files.Renew();
            await File.WriteAllTextAsync(certificate is null ? files.Key : files.Certificate, certificate ?? key, Stop);
        }

        await using var service = NewService(files);

        var refused = Assert.Throws<StartupException>(() => service.Listen());

        Assert.Equal(StartupErrors.CertificateUnusable, refused.Error.Code);
        Assert.Contains(files.Certificate, refused.Error.Arguments);
    }

    private static TestService NewService(PemFiles files) => new(
        [new("http.certificate", files.Certificate), new("http.certificate_key", files.Key), new("http.port", "0")]);

    // The service looks at the files by its own clock.
    private static async Task UntilAsync(TestService service, Func<Task<bool>> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            service.Clock.Advance(ServerCertificate.CheckInterval);
            await timer.WaitForNextTickAsync(Stop);
        }
    }

    private static async Task<string> HandshakeAsync(PemFiles files, int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, Stop);
        await using var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsClientAsync(files.Client, Stop);
        using var certificate = new X509Certificate2(tls.RemoteCertificate!);
        return certificate.SerialNumber;
    }
}
