using System.Collections.Immutable;
using Phira.PluginService.Sandbox.Binary;

namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>
/// Finds out what an instance of a component will hold, by going through its instantiation without running anything: the engine lets nobody
/// ask for the size of a table, and bounds each table alone but not all together.
/// </summary>
internal sealed class FootprintReader
{
    // Two components that instantiate each the next one twice double with every level.
    private const int MaximumSteps = 200_000;
    private const int MaximumDepth = 200;

    private const long BytesPerComponentInstance = 1024;
    private const long BytesPerCanonical = 64;
    private const long BytesPerElement = 8;

    // A table that grows is moved to a block that may have twice its size.
    private const long GrowthFactor = 2;
    private const uint LeastGrowth = 1024;

    private readonly Dictionary<ModuleFootprint, long> _instances = new(ReferenceEqualityComparer.Instance);
    private long _componentBytes;
    private int _steps;
    private int _depth;

    private FootprintReader()
    {
    }

    /// <summary>Reads the footprint of a component.</summary>
    public static GuestFootprint Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new FootprintReader();
            reader.Instantiate(ComponentPartReader.Read(bytes), outer: null, []);
            return reader.Sum();
        }
        catch (WasmFormatException)
        {
            return GuestFootprint.Unknown;
        }
    }

    private GuestFootprint Sum()
    {
        // A table can be grown by another module that imports it.
        var grows = _instances.Keys.Any(module => module.GrowsTables);
        var largest = _instances.Keys.SelectMany(module => module.Tables).Select(table => table.Minimum).DefaultIfEmpty().Max();
        var most = (uint)Math.Clamp(grows ? largest * 2L : largest, LeastGrowth, uint.MaxValue);
        return new GuestFootprint(
            _instances.Sum(module => module.Value * module.Key.Tables.Sum(table => BytesOf(table, grows, most))),
            _componentBytes + _instances.Sum(module => module.Value * module.Key.InstanceBytes),
            most);
    }

    private static long BytesOf(TableSize table, bool grows, uint most)
    {
        var reached = Math.Min(table.Maximum, most);
        return grows && reached > table.Minimum ? reached * BytesPerElement * GrowthFactor : table.Minimum * BytesPerElement;
    }

    private Dictionary<string, PartValue> Instantiate(ComponentPart part, PartScope? outer, Dictionary<string, PartValue> arguments)
    {
        if (++_depth > MaximumDepth)
        {
            throw new WasmFormatException();
        }

        _componentBytes += BytesPerComponentInstance + (part.Canonicals * BytesPerCanonical);
        var scope = new PartScope(outer);
        var exports = new Dictionary<string, PartValue>(StringComparer.Ordinal);
        foreach (var definition in part.Definitions)
        {
            _steps += 1 + definition.Items.Length;
            if (_steps > MaximumSteps)
            {
                throw new WasmFormatException();
            }

            var value = Evaluate(definition, scope, arguments);
            scope.Add(definition.Sort, value);
            if (definition.Kind == DefinitionKind.Export)
            {
                exports[definition.Name] = value;
            }
        }

        _depth--;
        return exports;
    }

    private PartValue Evaluate(Definition definition, PartScope scope, Dictionary<string, PartValue> arguments)
    {
        switch (definition.Kind)
        {
            case DefinitionKind.Module:
                return new PartValue { Module = definition.Module };
            case DefinitionKind.Component:
                return new PartValue { Component = definition.Part, Scope = scope };
            case DefinitionKind.CoreInstance:
                var module = scope.Find(PartSort.Module, definition.Index).Module ?? throw new WasmFormatException();
                _instances[module] = _instances.GetValueOrDefault(module) + 1;
                return default;
            case DefinitionKind.Instance:
                var component = scope.Find(PartSort.Component, definition.Index);
                return new PartValue
                {
                    Exports = Instantiate(component.Component ?? throw new WasmFormatException(), component.Scope, Collect(definition.Items, scope)),
                };
            case DefinitionKind.Bundle:
                return new PartValue { Exports = Collect(definition.Items, scope) };
            case DefinitionKind.AliasExport:
                // What an import of the whole component holds is a function or a type: the host offers nothing else.
                return scope.Find(PartSort.Instance, definition.Index).Exports?.GetValueOrDefault(definition.Name) ?? default;
            case DefinitionKind.AliasOuter:
                return scope.Outward(definition.Outward).Find(definition.Sort, definition.Index);
            case DefinitionKind.Import:
                return arguments.GetValueOrDefault(definition.Name);
            default:
                return scope.Find(definition.Sort, definition.Index);
        }
    }

    private static Dictionary<string, PartValue> Collect(ImmutableArray<PartItem> items, PartScope scope)
    {
        var collected = new Dictionary<string, PartValue>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            collected[item.Name] = scope.Find(item.Sort, item.Index);
        }

        return collected;
    }
}
