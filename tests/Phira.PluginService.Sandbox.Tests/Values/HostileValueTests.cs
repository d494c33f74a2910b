using System.Globalization;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Testing;

namespace Phira.PluginService.Sandbox.Tests.Values;

/// <summary>A result that is no value costs the component its instance and the host nothing.</summary>
public sealed class HostileValueTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private const string MemoryFull = "max_memory";

    [Theory]
    [InlineData("string", 0xFFFF_FFF0u, 8u, "out-of-bounds")]
    [InlineData("string", 1024u, 0xFFFF_FFFFu, "out-of-bounds")]
    [InlineData("string", 0u, 2u, "utf8")]
    [InlineData("list u64", 0xFFFF_FFF0u, 2u, "out-of-bounds")]
    [InlineData("list u64", 1024u, 0x2000_0001u, "out-of-bounds")]
    [InlineData("list u64", 1025u, 1u, "aligned")]
    [InlineData("list char", 0u, 1u, "char")]
    [InlineData("option u32", 7u, 0u, "discriminant")]
    public async Task A_malformed_result_is_a_trap(string type, uint first, uint second, string reason)
    {
        var limits = new ResourceLimits();

        var result = await fixture.WithGuestAsync(
            limits, guest => guest.Call(guest.Find("get")!, CallLimits.From(limits)),
            Returning($"({(type == "string" ? "tuple string" : type)})", first, second));

        Assert.Equal(FaultKind.Trap, result.Fault?.Kind);
        Assert.Contains(reason, result.Fault!.Details, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_list_whose_elements_are_all_the_same_large_one_ends_at_max_memory()
    {
        var limits = new ResourceLimits { MaxMemory = 64 << 20 };

        var (fault, held) = await fixture.WithGuestAsync(
            limits,
            guest => (guest.Call(guest.Find("get")!, CallLimits.From(limits)).Fault, guest.Memory.PeakBytes),
            Returning("(list (list u8))", 0x1_0000, 8192, pages: 32));

        Assert.Equal((FaultKind.Limit, MemoryFull), (fault?.Kind, fault?.Limit));
        Assert.InRange(held, 0, limits.MaxMemory);
    }

    [Fact]
    public async Task A_value_that_the_memory_cannot_hold_ends_at_max_memory()
    {
        var limits = new ResourceLimits { MaxMemory = 4 << 20 };

        var fault = await fixture.WithGuestAsync(
            limits,
            guest => guest.Call(
                guest.Find("take")!, CallLimits.From(limits), new byte[8 << 20], static (arguments, bytes) => arguments.Field(0).Bytes(bytes)).Fault,
            Returning("(list u8)", 0, 0));

        Assert.Equal((FaultKind.Limit, MemoryFull), (fault?.Kind, fault?.Limit));
    }

    [Fact]
    public async Task What_was_returned_cannot_be_read_once_the_instance_is_gone()
    {
        var limits = new ResourceLimits();

        var result = await fixture.WithGuestAsync(
            limits, guest => guest.Call(guest.Find("get")!, CallLimits.From(limits)), Returning("(list u8)", 0, 16));

        Assert.Throws<Sandbox.Values.ValueShapeException>(() => result.Value!.Value.Bytes().Length);
    }

    /// <summary>A component whose function returns two numbers as a value; each list of the list is one of 1 MiB.</summary>
    private static byte[] Returning(string type, uint first, uint second, int pages = 2) => Wat.Assemble($$"""
        (component
          (core module $m
            (memory (export "memory") {{pages}})
            (data (i32.const 0) "\ff\fe\11\00")
            (func (export "get") (result i32)
              (local $at i32)
              (local.set $at (i32.const 0x10000))
              (loop $fill
                (i32.store offset=4 (local.get $at) (i32.const 0x100000))
                (local.set $at (i32.add (local.get $at) (i32.const 8)))
                (br_if $fill (i32.lt_u (local.get $at) (i32.const 0x20000))))
              (i32.store (i32.const 512) (i32.const {{Number(first)}}))
              (i32.store (i32.const 516) (i32.const {{Number(second)}}))
              (i32.const 512))
            (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024))
            (func (export "take") (param i32 i32)))
          (core instance $i (instantiate $m))
          (alias core export $i "memory" (core memory $memory))
          (alias core export $i "realloc" (core func $realloc))
          (func (export "get") (result {{type}}) (canon lift (core func $i "get") (memory $memory)))
          (func (export "take") (param "value" (list u8)) (canon lift (core func $i "take") (memory $memory) (realloc $realloc))))
        """);

    private static string Number(uint value) => value.ToString(CultureInfo.InvariantCulture);
}
