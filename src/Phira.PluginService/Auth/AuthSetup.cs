using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Phira.PluginService.Configuration;
using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Auth;

/// <summary>Registers authentication; whatever does not say otherwise needs an administrator.</summary>
internal static class AuthSetup
{
    public static IServiceCollection AddAdminAuth(this IServiceCollection services)
    {
        services.AddSettings<AuthOptions>();
        services.AddSingleton<IValidateOptions<AuthOptions>, AuthOptionsValidator>();
        services.AddSingleton<AdminCredentialsLoader>();
        services.AddSingleton(provider => provider.GetRequiredService<AdminCredentialsLoader>().Load());
        services.AddSingleton<AttemptThrottle>();
        services.AddSingleton<TokenVerifier>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<LastingAccess>();
        services.AddHostedService(provider => provider.GetRequiredService<LastingAccess>());
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<SameOrigin>();
        services.AddSingleton<IAuthorizationHandler, MetricsReaderHandler>();

        // Not AddAuthentication: that would create a ring of data-protection keys, which nothing here uses. Cookie authentication asks for
        // a provider all the same.
        services.AddSingleton<IDataProtectionProvider>(_ => new EphemeralDataProtectionProvider());
        services.AddAuthenticationCore(options => options.DefaultScheme = AdminAuthenticationHandler.SchemeName);
        services.AddWebEncoders();
        services.TryAddSingleton(TimeProvider.System);
        new AuthenticationBuilder(services)
            .AddScheme<AuthenticationSchemeOptions, AdminAuthenticationHandler>(AdminAuthenticationHandler.SchemeName, configureOptions: null)
            .AddCookie(SessionStore.SchemeName);
        services.AddOptions<CookieAuthenticationOptions>(SessionStore.SchemeName)
            .Configure<SessionStore, SessionCookie, IOptions<AuthOptions>>((options, sessions, cookie, auth) =>
            {
                options.Cookie = cookie;
                options.ExpireTimeSpan = TimeSpan.FromSeconds(auth.Value.SessionLifetimeSecs);
                options.SlidingExpiration = false;
                options.SessionStore = sessions;
                options.TicketDataFormat = new SessionIdFormat();
            });
        var administrator = new AuthorizationPolicyBuilder(AdminAuthenticationHandler.SchemeName).RequireAuthenticatedUser().Build();
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(administrator)
            .SetFallbackPolicy(administrator)
            .AddPolicy(MetricsReaderRequirement.Policy, policy => policy
                .AddAuthenticationSchemes(AdminAuthenticationHandler.SchemeName)
                .AddRequirements(new MetricsReaderRequirement()));
        return services;
    }
}
