// SPDX-License-Identifier: Apache-2.0
#include "core/train/batch_feed.h"

namespace ds {

BatchFeed::BatchFeed(RunParts& parts) : m_parts(parts)
{
    for (const Field& field : parts.data.train->fields()) m_feeds.push_back({field.name, {}});
}

const Feeds& BatchFeed::next()
{
    // False once at the end of each epoch; without samples there is nothing to feed.
    while (m_parts.data.train->size() > 0 && !m_parts.loader->next(m_batch)) {
    }
    for (std::size_t i = 0; i < m_batch.fields.size(); ++i) m_feeds[i].value = m_batch.fields[i];
    return m_feeds;
}

} // namespace ds
