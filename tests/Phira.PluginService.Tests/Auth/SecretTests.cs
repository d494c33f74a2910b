using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Auth;

public sealed class SecretTests
{
    [Fact]
    public async Task Are_never_logged()
    {
        await using var service = new TestService();
        var cookie = await Browser.LogInAsync(service);
        await service.Admin().Get("/api/v1/system");
        await service.Anonymous().With("X-Admin-Token", TestService.Token).Post("/api/v1/plugins/none/load");
        await service.Anonymous().With("Authorization", "Bearer mistyped-secret-1").Get("/api/v1/system");
        await service.Anonymous().With("X-Admin-Token", "mistyped-secret-2").Get("/api/v1/system");
        await service.Anonymous().Post("/api/v1/session", """{"token":"mistyped-secret-3"}""");
        await service.Anonymous().Post("/api/v1/session", """{"token":["mistyped-secret-4"]}""");
        await service.Anonymous().Send("POST", "/api/v1/plugins/none/start", ("Cookie", cookie), ("Origin", "http://evil.example"));
        service.Plugins.Fault = new InvalidOperationException("A fault while a token was shown");
        await service.Admin().Get("/api/v1/plugins");

        var lines = service.Logs.GetSnapshot()
            .Select(record => $"{record.Message} {string.Join(' ', record.StructuredState ?? [])} {record.Exception} {string.Join(' ', record.Scopes)}")
            .ToList();

        Assert.Contains(lines, line => line.Contains("A fault while a token was shown", StringComparison.Ordinal));
        foreach (var secret in new[] { TestService.Token, cookie.Split('=', 2)[1], "mistyped-secret" })
        {
            Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Sent_wrongly_are_not_repeated_in_the_answer()
    {
        await using var service = new TestService();

        var answer = await service.Anonymous().Post("/api/v1/session", """{"token":["mistyped-secret"]}""");

        Assert.DoesNotContain("mistyped-secret", await answer.Text(), StringComparison.Ordinal);
    }
}
