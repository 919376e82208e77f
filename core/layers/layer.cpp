// SPDX-License-Identifier: Apache-2.0
#include "core/layers/layer.h"

#include "core/layers/initializer.h"

namespace ds {

#define DS_LAYER(name) extern const LayerSpec layer_##name;
#include "layers.inc"
#undef DS_LAYER

const std::vector<const LayerSpec*>& allLayers()
{
    static const std::vector<const LayerSpec*> list = {
#define DS_LAYER(name) &layer_##name,
#include "layers.inc"
#undef DS_LAYER
    };
    return list;
}

const LayerSpec* findLayer(std::string_view name)
{
    for (const LayerSpec* spec : allLayers())
        if (spec->name == name) return spec;
    return nullptr;
}

std::vector<std::string_view> layerNames()
{
    std::vector<std::string_view> names;
    for (const LayerSpec* spec : allLayers()) names.push_back(spec->name);
    return names;
}

AttrSpec initializerAttr(std::string_view fallback, std::string_view name, std::string_view doc)
{
    return {.name = name, .type = AttrType::String, .fallback = std::string(fallback), .choicesFrom = initializerNames, .doc = doc};
}

namespace {

/// More than 2^40 elements; counting must not overflow.
bool tooLarge(const Shape& shape)
{
    double count = 1;
    for (int64_t size : shape) count *= static_cast<double>(size);
    return count > 0x1p40;
}

} // namespace

Value LayerBuilder::parameter(std::string_view name, const Shape& shape, std::string_view initializer, int64_t fanIn, int64_t fanOut,
                              Attrs more)
{
    const std::string full = m_path + "." + std::string(name);
    Attrs attrs = std::move(more);
    attrs.set("fan_in", fanIn);
    attrs.set("fan_out", fanOut);
    if (tooLarge(shape))
        return fail(phrase("Layers", "would have %1 of the shape %2").with({std::string(name), shape.text()}),
                    phrase("Layers", "No memory holds that many numbers."));
    const TensorType type{DType::F32, shape};
    if (m_frozen) return m_graph.state(full, type, std::string(initializer), attrs);
    return m_graph.parameter(full, type, std::string(initializer), attrs);
}

Value LayerBuilder::state(std::string_view name, const TensorType& type, std::string_view initializer)
{
    return m_graph.state(m_path + "." + std::string(name), type, std::string(initializer));
}

int64_t LayerBuilder::stream()
{
    const std::string key = m_path + "#" + std::to_string(m_streams++);
    return streamOf(key.data(), key.size());
}

Values LayerBuilder::layer(std::string_view type, std::string_view child, const Values& inputs, Attrs attrs)
{
    const LayerSpec* spec = findLayer(type);
    assert(spec && "no layer of this name");
    if (m_graph.failed()) return Values(spec->outputs.size());
    if (const Errors errors = validate(spec->attributes, attrs); !errors.empty()) {
        m_graph.fail(errors.front().in(std::string(child)));
        return Values(spec->outputs.size());
    }
    const Scope scope(*this, child, false);
    return spec->build(*this, {attrs, inputs});
}

Value LayerBuilder::fail(Phrase text, Phrase hint) { return m_graph.fail({std::move(text), "", std::move(hint)}); }

LayerBuilder::Scope::Scope(LayerBuilder& builder, std::string_view child, bool frozen)
    : m_builder(builder), m_outerPath(builder.m_path), m_outerFrozen(builder.m_frozen), m_outerStreams(builder.m_streams)
{
    builder.m_path += (builder.m_path.empty() ? "" : "/") + std::string(child);
    builder.m_frozen = builder.m_frozen || frozen;
    builder.m_streams = 0;
    builder.m_graph.setOrigin(builder.m_path);
}

LayerBuilder::Scope::~Scope()
{
    m_builder.m_path = m_outerPath;
    m_builder.m_frozen = m_outerFrozen;
    m_builder.m_streams = m_outerStreams;
    m_builder.m_graph.setOrigin(m_outerPath);
}

} // namespace ds
