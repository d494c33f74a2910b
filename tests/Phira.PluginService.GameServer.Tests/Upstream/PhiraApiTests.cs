using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Tests.Server;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.Testing;

namespace Phira.PluginService.GameServer.Tests.Upstream;

/// <summary>The real client and its pipeline, with the network replaced by a function.</summary>
public sealed class PhiraApiTests : IDisposable
{
    private const string Record = """{"id":9,"player":100,"score":1000000,"accuracy":1.0,"full_combo":true,"std":null,"std_score":null,"best":true}""";

    private readonly PausesAtOnce _clock = new();
    private readonly List<string> _log = [];
    private readonly List<HttpRequestMessage> _requests = [];
    private ServiceProvider? _services;
    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> _answer = (_, _) => Task.FromResult(Json("{}"));

    [Fact]
    public async Task An_account_is_read_and_the_token_goes_into_the_header_alone()
    {
        _answer = (_, _) => Task.FromResult(Json("""{"id":7,"name":"七","language":"zh-CN","extra":[1,{"a":null}]}"""));

        var profile = await Api().GetProfileAsync("secret-token", CancellationToken.None);

        Assert.Equal(new PhiraProfile(new UserId(7), "七", "zh-CN"), profile.Value);
        var request = Assert.Single(_requests);
        Assert.Equal("https://api.example/base/me", request.RequestUri!.ToString());
        Assert.Equal("Bearer secret-token", request.Headers.Authorization!.ToString());
        Assert.DoesNotContain(_log, line => line.Contains("secret-token", StringComparison.Ordinal));
        Assert.NotEmpty(_log);
    }

    [Fact]
    public async Task Names_are_cleaned_and_bounded()
    {
        _answer = (request, _) => Task.FromResult(Json(request.RequestUri!.AbsolutePath.EndsWith("me", StringComparison.Ordinal)
            ? $$"""{"id":7,"name":"\u001b[31m\u202eevil\u200b\r\n{{new string('x', 100_000)}}","language":"{{new string('z', 1_000)}}"}"""
            : """{"id":9,"name":"\u001b]0;title\u0007 谱面 👩‍🚀\u2028 "}"""));
        var api = Api();

        var profile = (await api.GetProfileAsync("t", CancellationToken.None)).Value!;
        var chart = (await api.GetChartAsync(9, CancellationToken.None)).Value!;

        Assert.Equal("[31mevil " + new string('x', 55), profile.Name);
        Assert.Equal(35, profile.Language.Length);
        Assert.Equal("]0;title 谱面 👩‍🚀", chart.Chart.Name);
    }

    [Fact]
    public async Task A_name_of_hidden_characters_alone_is_the_number_of_the_account()
    {
        _answer = (_, _) => Task.FromResult(Json("""{"id":7,"name":"\u200b\u2066"}"""));

        Assert.Equal("#7", (await Api().GetProfileAsync("t", CancellationToken.None)).Value!.Name);
    }

    [Fact]
    public async Task What_the_other_end_sent_cannot_command_the_terminal_that_shows_the_log()
    {
        _answer = (_, _) => throw new HttpRequestException("Received an invalid status line: '\u001b[2J\r\nforged'");

        await Api().GetProfileAsync("t", CancellationToken.None);

        Assert.Contains(_log, line => line.Contains("Received an invalid status line: '[2J forged'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"id":7,"name":"x"}""")]
    [InlineData("""{"id":7,"name":"x","language":null}""")]
    [InlineData("""{"id":7,"name":"x","language":5}""")]
    public async Task An_account_without_language_is_accepted(string json)
    {
        _answer = (_, _) => Task.FromResult(Json(json));

        Assert.Equal(new PhiraProfile(new UserId(7), "x", ""), (await Api().GetProfileAsync("t", CancellationToken.None)).Value);
    }

    [Fact]
    public async Task Of_a_record_only_what_counts_is_required()
    {
        _answer = (_, _) => Task.FromResult(Json(Record));

        var record = (await Api().GetRecordAsync(9, CancellationToken.None)).Value!;

        Assert.Equal((9, 100, 1_000_000, 1f, true, null), (record.Id, record.Player.Value, record.Score, record.Accuracy, record.FullCombo, record.Chart));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"id":"7","name":"x"}""")]
    [InlineData("""{"id":7.5,"name":"x"}""")]
    [InlineData("""{"id":99999999999,"name":"x"}""")]
    [InlineData("""{"id":7}""")]
    public async Task What_cannot_be_read_is_an_error_and_not_an_exception(string body)
    {
        _answer = (_, _) => Task.FromResult(Json(body));

        Assert.Equal(PhiraApiErrors.BadAnswer, (await Api().GetChartAsync(7, CancellationToken.None)).Error!.Code);
    }

    [Fact]
    public async Task A_web_page_in_place_of_an_answer_is_one_line_in_the_log_that_says_what_to_check()
    {
        _answer = (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("<!DOCTYPE html><html><body>Sign in</body></html>", Encoding.UTF8, "text/html"),
        });

        Assert.Equal(PhiraApiErrors.BadAnswer, (await Api().GetProfileAsync("t", CancellationToken.None)).Error!.Code);

        var line = Assert.Single(_log, line => line.Contains("cannot be read", StringComparison.Ordinal));
        Assert.Contains("text/html", line, StringComparison.Ordinal);
        Assert.Contains("[phira_api] base_url", line, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", line.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("JsonException", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "phira_api.not_found", 1)]
    [InlineData(HttpStatusCode.Unauthorized, "phira_api.rejected", 1)]
    [InlineData(HttpStatusCode.InternalServerError, "phira_api.unavailable", 3)]
    [InlineData(HttpStatusCode.TooManyRequests, "phira_api.unavailable", 3)]
    public async Task Failures_are_told_apart_and_only_passing_ones_are_repeated(HttpStatusCode status, string code, int attempts)
    {
        _answer = (_, _) => Task.FromResult(new HttpResponseMessage(status));

        Assert.Equal(code, (await Api().GetChartAsync(7, CancellationToken.None)).Error!.Code.Value);
        Assert.Equal(attempts, _requests.Count);
    }

    [Fact]
    public async Task A_passing_failure_is_overcome()
    {
        _answer = (_, _) => _requests.Count < 3 ? throw new HttpRequestException("reset") : Task.FromResult(Json("""{"id":7,"name":"x"}"""));

        Assert.True((await Api().GetChartAsync(7, CancellationToken.None)).IsSuccess);
    }

    [Theory]
    [InlineData(0.9, 3)]
    [InlineData(1, 1)]
    [InlineData(2.5, 1)]
    public async Task Only_what_failed_fast_is_repeated(double seconds, int attempts)
    {
        _answer = (_, _) =>
        {
            _clock.Advance(TimeSpan.FromSeconds(seconds));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        };

        Assert.Equal(PhiraApiErrors.Unavailable, (await Api().GetChartAsync(7, CancellationToken.None)).Error!.Code);
        Assert.Equal(attempts, _requests.Count);
    }

    [Fact]
    public async Task One_attempt_may_use_the_whole_time()
    {
        _answer = (_, _) =>
        {
            _clock.Advance(TimeSpan.FromSeconds(5.9));
            return Task.FromResult(Json("""{"id":7,"name":"x"}"""));
        };

        Assert.True((await Api().GetChartAsync(7, CancellationToken.None)).IsSuccess);
    }

    [Fact]
    public async Task An_API_that_does_not_answer_is_given_up_when_the_time_is_over()
    {
        var asked = new TaskCompletionSource();
        _answer = async (_, cancellationToken) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken);
            return Json("{}");
        };

        var answer = Api().GetChartAsync(7, CancellationToken.None);
        await asked.Task;
        _clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(PhiraApiErrors.Unavailable, (await answer).Error!.Code);
        Assert.Single(_requests);
    }

    [Fact]
    public async Task An_API_that_never_answers_is_not_asked_any_more_for_a_while()
    {
        _answer = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken);
            return Json("{}");
        };
        var api = Api();
        var answers = Enumerable.Range(0, 20).Select(chart => api.GetChartAsync(chart, CancellationToken.None)).ToList();
        await Eventually.IsTrueAsync(() => _requests.Count == 20, "all questions are under way");
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal(PhiraApiErrors.Unavailable, answer.Error!.Code));

        Assert.Equal(PhiraApiErrors.Unavailable, (await api.GetChartAsync(20, CancellationToken.None)).Error!.Code);

        Assert.Equal(20, _requests.Count);
    }

    [Fact]
    public async Task A_dead_API_is_not_asked_any_more_for_a_while()
    {
        _answer = (_, _) => throw new HttpRequestException("refused");
        var api = Api(options => options.Retries = 0);
        for (var i = 0; i < 40; i++)
        {
            Assert.Equal(PhiraApiErrors.Unavailable, (await api.GetChartAsync(i, CancellationToken.None)).Error!.Code);
        }

        Assert.InRange(_requests.Count, 20, 39);
    }

    [Fact]
    public async Task Charts_and_records_are_remembered_but_accounts_and_failures_are_not()
    {
        var api = Api();
        _answer = (request, _) => Task.FromResult(
            request.RequestUri!.AbsolutePath.Contains("403", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.Forbidden)
                : Json(request.RequestUri.AbsolutePath.Contains("record", StringComparison.Ordinal) ? Record : """{"id":7,"name":"x"}"""));

        for (var i = 0; i < 2; i++)
        {
            await api.GetChartAsync(7, CancellationToken.None);
            await api.GetRecordAsync(9, CancellationToken.None);
            await api.GetChartAsync(403, CancellationToken.None);
            await api.GetProfileAsync("t", CancellationToken.None);
        }

        Assert.Equal(
            ["chart/7", "record/9", "chart/403", "me", "chart/403", "me"],
            _requests.Select(request => request.RequestUri!.AbsolutePath["/base/".Length..]));
    }

    [Fact]
    public void Wrong_options_are_all_named()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Api(options => (options.BaseUrl, options.Retries) = ("ftp://x", 9)));

        Assert.Equal(
            ["phira_api.base_url must be an http or https address", "phira_api.retries is 9; it must be 0 to 5"], failure.InEnglish());
    }

    public void Dispose() => _services?.Dispose();

    private static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body) };

    private IPhiraApi Api(Action<PhiraApiOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new ListLoggerProvider(_log)));
        services.AddMetrics().AddSingleton<TimeProvider>(_clock).AddPhiraApi();
        services.AddHttpClient(PhiraApi.ClientName).ConfigurePrimaryHttpMessageHandler(() => new FunctionHandler(AnswerAsync));
        services.Configure<PhiraApiOptions>(options =>
        {
            options.BaseUrl = "https://api.example/base";
            configure?.Invoke(options);
        });
        _services = services.BuildServiceProvider();
        return _services.GetRequiredService<IPhiraApi>();
    }

    private Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Add(request);
        return _answer(request, cancellationToken);
    }
}
