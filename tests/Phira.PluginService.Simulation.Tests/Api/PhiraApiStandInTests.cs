using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Simulation.Api;

namespace Phira.PluginService.Simulation.Tests.Api;

public sealed class PhiraApiStandInTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private PhiraApiStandIn _api = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _api = await PhiraApiStandIn.StartAsync(_time, Cancelled);
        _http = new HttpClient { BaseAddress = _api.BaseAddress };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _api.DisposeAsync();
    }

    [Fact]
    public void It_listens_on_loopback_only() => Assert.Equal("127.0.0.1", _api.BaseAddress.Host);

    [Fact]
    public async Task A_token_tells_whose_it_is()
    {
        _api.AddAccount(new PhiraAccount(7, "小雨", "zh-CN", "secret"));

        var json = await GetJsonAsync(await GetMeAsync("secret"));

        Assert.Equal(7, json.GetProperty("id").GetInt32());
        Assert.Equal("小雨", json.GetProperty("name").GetString());
        Assert.Equal("zh-CN", json.GetProperty("language").GetString());
        Assert.Equal(1, _api.CountRequests(ApiResource.Me));
    }

    [Fact]
    public async Task A_token_nobody_has_is_unauthorized()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetMeAsync("unknown")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _http.GetAsync("/me", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Charts_are_found_by_id()
    {
        _api.AddChart(new PhiraChart(5, "星河彼岸"));

        var json = await GetJsonAsync(await _http.GetAsync("/chart/5", Cancelled));

        Assert.Equal(5, json.GetProperty("id").GetInt32());
        Assert.Equal("星河彼岸", json.GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync("/chart/6", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Records_have_all_fields_in_snake_case()
    {
        var id = _api.AddRecord(new PhiraRecord { Player = 7, Score = 990_000, MaxCombo = 12, Accuracy = 0.98f, FullCombo = true, Std = 0.1f });

        var json = await GetJsonAsync(await _http.GetAsync($"/record/{id}", Cancelled));

        string[] fields = ["id", "player", "score", "perfect", "good", "bad", "miss", "max_combo", "accuracy", "full_combo", "std", "std_score"];
        Assert.All(fields, field => Assert.True(json.TryGetProperty(field, out _), field));
        Assert.Equal(id, json.GetProperty("id").GetInt32());
        Assert.Equal(12, json.GetProperty("max_combo").GetInt32());
        Assert.True(json.GetProperty("full_combo").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync("/record/999", Cancelled)).StatusCode);
    }

    [Fact]
    public void Records_get_ids_of_their_own_unless_they_have_one()
    {
        Assert.Equal(50, _api.AddRecord(new PhiraRecord { Id = 50, Player = 7 }));
        Assert.Equal(51, _api.AddRecord(new PhiraRecord { Player = 7 }));
    }

    [Fact]
    public void Ids_of_records_continue_after_those_that_were_given_out_before()
    {
        _api.ContinueRecordsAfter(70);
        Assert.Equal(71, _api.AddRecord(new PhiraRecord { Player = 7 }));

        _api.ContinueRecordsAfter(60);
        Assert.Equal(72, _api.AddRecord(new PhiraRecord { Player = 7 }));
    }

    [Fact]
    public void The_oldest_records_are_forgotten_when_there_are_too_many()
    {
        var store = new RecordStore(capacity: 2);
        int[] ids = [.. Enumerable.Range(0, 3).Select(_ => store.Add(new PhiraRecord { Player = 7 }).Id)];

        Assert.Null(store.Find(ids[0]));
        Assert.NotNull(store.Find(ids[1]));
        Assert.NotNull(store.Find(ids[2]));
    }

    [Fact]
    public async Task A_resource_can_fail_until_further_notice()
    {
        _api.AddChart(new PhiraChart(5, "x"));
        _api.Disturb(ApiResource.Chart, new Disturbance { Status = 503 });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _http.GetAsync("/chart/5", Cancelled)).StatusCode);

        _api.Disturb(ApiResource.Chart, null);
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync("/chart/5", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_resource_can_be_held_back()
    {
        var gate = new TaskCompletionSource();
        _api.AddChart(new PhiraChart(5, "x"));
        _api.Disturb(ApiResource.Chart, new Disturbance { Until = gate.Task });
        var getting = _http.GetAsync("/chart/5", Cancelled);
        Assert.False(getting.IsCompleted);

        gate.SetResult();

        Assert.Equal(HttpStatusCode.OK, (await getting).StatusCode);
    }

    [Fact]
    public async Task A_resource_can_be_slow()
    {
        _api.AddChart(new PhiraChart(5, "x"));
        _api.Disturb(ApiResource.Chart, new Disturbance { Delay = TimeSpan.FromSeconds(4) });
        var getting = _http.GetAsync("/chart/5", Cancelled);

        // The request arrives at some moment; time advances until it has been answered.
        while (!getting.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.OK, (await getting).StatusCode);
        Assert.True(_time.GetUtcNow() - _time.Start >= TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task An_answer_can_be_garbled()
    {
        _api.Disturb(ApiResource.Chart, new Disturbance { Garbled = true });

        var text = await _http.GetStringAsync("/chart/5", Cancelled);

        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(text));
    }

    [Fact]
    public async Task The_connection_can_break()
    {
        _api.Disturb(ApiResource.Chart, new Disturbance { Broken = true });

        await Assert.ThrowsAsync<HttpRequestException>(() => _http.GetAsync("/chart/5", Cancelled));
    }

    [Fact]
    public void A_token_does_not_show_when_the_account_is_printed() =>
        Assert.DoesNotContain("secret", new PhiraAccount(7, "a", "en-US", "secret").ToString(), StringComparison.Ordinal);

    private static async Task<JsonElement> GetJsonAsync(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        using var document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(Cancelled), default, Cancelled);
        return document.RootElement.Clone();
    }

    private async Task<HttpResponseMessage> GetMeAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        return await _http.SendAsync(request, Cancelled);
    }
}
